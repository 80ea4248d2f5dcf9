package org.fenceline.core.log;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.value.Sha256;

/**
 * The Merkle tree of RFC 6962, section 2.1: hashes of leaves and nodes, and the root of any size.
 *
 * <p>Only hashes of full subtrees are stored, each under its {@link NodePosition}; a tree of n
 * leaves stores fewer than 2n, and the root of any size m ≤ n is folded from at most log₂ m of
 * them.
 */
public final class MerkleTree {
  /** Bytes of a hash. */
  public static final int HASH_LENGTH = 32;

  private static final byte LEAF_PREFIX = 0;
  private static final byte NODE_PREFIX = 1;

  /** Gives stored hashes back. */
  @FunctionalInterface
  public interface StoredHashes {
    /** The hash at a {@link NodePosition}; 32 bytes. */
    byte[] at(long position);
  }

  private MerkleTree() {}

  /** SHA-256(0x00 ‖ leaf). */
  public static byte[] leafHash(byte[] leaf) {
    MessageDigest digest = Sha256.digest();
    digest.update(LEAF_PREFIX);
    return digest.digest(leaf);
  }

  /** SHA-256(0x01 ‖ left ‖ right). */
  public static byte[] nodeHash(byte[] left, byte[] right) {
    MessageDigest digest = Sha256.digest();
    digest.update(NODE_PREFIX);
    digest.update(left);
    return digest.digest(right);
  }

  /** Root of the tree of the first {@code size} leaves; SHA-256 of nothing for none. */
  public static byte[] root(long size, StoredHashes hashes) {
    return rootOf(peaks(size, hashes));
  }

  /** Hashes of the full subtrees that a tree of {@code size} leaves falls into, largest first. */
  static List<byte[]> peaks(long size, StoredHashes hashes) {
    List<byte[]> peaks = new ArrayList<>();
    long start = 0;
    for (int level = Long.SIZE - 2; level >= 0; level--) {
      if ((size & (1L << level)) != 0) {
        peaks.add(hashes.at(NodePosition.of(level, start >> level)));
        start += 1L << level;
      }
    }
    return peaks;
  }

  static byte[] rootOf(List<byte[]> peaks) {
    if (peaks.isEmpty()) {
      return Sha256.digest().digest();
    }
    byte[] root = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = nodeHash(peaks.get(i), root);
    }
    return root;
  }
}
