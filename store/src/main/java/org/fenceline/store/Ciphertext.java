package org.fenceline.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import org.fenceline.core.entry.value.Sha256;

/**
 * An encrypted file as age writes it (age v1, binary or armoured). Only what begins as such a file
 * does is taken, so that no plaintext gets into a register by mistake.
 */
public final class Ciphertext {

  /** Largest file in bytes: a scan or a photograph fits, a film belongs elsewhere. */
  public static final int LARGEST = 32 * 1024 * 1024;

  private static final List<byte[]> BEGINNINGS =
      List.of(
          "age-encryption.org/v1\n".getBytes(US_ASCII),
          "-----BEGIN AGE ENCRYPTED FILE-----".getBytes(US_ASCII));

  private final byte[] bytes;
  private final Sha256 address;

  /**
   * An encrypted file.
   *
   * @throws IllegalArgumentException when it is too large, or not one of age
   */
  public Ciphertext(byte[] bytes) {
    if (bytes.length > LARGEST) {
      throw new IllegalArgumentException(
          "an attachment has at most " + LARGEST + " bytes, this one " + bytes.length);
    }
    if (BEGINNINGS.stream().noneMatch(beginning -> startsWith(bytes, beginning))) {
      throw new IllegalArgumentException("this is no file that age encrypted");
    }
    this.bytes = bytes.clone();
    this.address = Sha256.of(bytes);
  }

  private static boolean startsWith(byte[] bytes, byte[] beginning) {
    return bytes.length >= beginning.length
        && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
  }

  /** SHA-256 of its bytes. */
  public Sha256 address() {
    return address;
  }

  public byte[] bytes() {
    return bytes.clone();
  }
}
