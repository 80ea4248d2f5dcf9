package org.fenceline.core.entry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.fenceline.core.entry.value.Sha256;

/**
 * What the log's tree holds of an entry: a commitment that has the same shape for every entry and
 * says nothing to whoever was not given entry and salt.
 */
public final class Leaf {
  /** Bytes of a salt. */
  public static final int SALT_LENGTH = 32;

  private static final byte[] LEAF = "fenceline/leaf/v1\n".getBytes(US_ASCII);
  private static final byte[] ENTRY = "fenceline/entry/v1\n".getBytes(US_ASCII);

  private Leaf() {}

  /**
   * The leaf's 50 bytes.
   *
   * @param salt 32 random bytes, drawn once when the entry was first recorded
   * @param canonicalJson the entry as recorded
   */
  public static byte[] of(byte[] salt, String canonicalJson) {
    if (salt.length != SALT_LENGTH) {
      throw new IllegalArgumentException("a salt has " + SALT_LENGTH + " bytes");
    }
    byte[] commitment = Sha256.of(ENTRY, salt, canonicalJson.getBytes(UTF_8)).bytes();
    byte[] leaf = new byte[LEAF.length + commitment.length];
    System.arraycopy(LEAF, 0, leaf, 0, LEAF.length);
    System.arraycopy(commitment, 0, leaf, LEAF.length, commitment.length);
    return leaf;
  }
}
