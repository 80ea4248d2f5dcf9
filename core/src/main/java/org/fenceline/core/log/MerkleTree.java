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

  /** Largest power of two smaller than {@code count}, where RFC 6962 splits a tree. */
  static long split(long count) {
    return Long.highestOneBit(count - 1);
  }

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
    return peaks(0, size, hashes);
  }

  /**
   * Hash of the leaves from {@code start} to before {@code end}, as RFC 6962 writes
   * MTH(D[start:end]).
   *
   * @param start a multiple of the largest power of two that is not larger than the count of leaves
   */
  static byte[] rangeHash(long start, long end, StoredHashes hashes) {
    return rootOf(peaks(start, end - start, hashes));
  }

  private static List<byte[]> peaks(long first, long size, StoredHashes hashes) {
    List<byte[]> peaks = new ArrayList<>();
    long start = first;
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
