package org.fenceline.core.log;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a tree, to which leaves are added. Adding n leaves costs O(n) hashes in all and
 * O(log n) memory.
 */
public final class GrowingTree {

  /** Where hashes go that became final. */
  @FunctionalInterface
  public interface FinalHashes {
    /** Stores the hash of a full subtree, 32 bytes, under its {@link NodePosition}. */
    void store(long position, byte[] hash);
  }

  private final List<byte[]> peaks;
  private long size;

  private GrowingTree(long size, List<byte[]> peaks) {
    this.size = size;
    this.peaks = peaks;
  }

  /** A tree without leaves. */
  public static GrowingTree empty() {
    return new GrowingTree(0, new ArrayList<>());
  }

  /** Takes up a tree where it was left. */
  public static GrowingTree resume(long size, MerkleTree.StoredHashes hashes) {
    return new GrowingTree(size, new ArrayList<>(MerkleTree.peaks(size, hashes)));
  }

  /** Number of leaves. */
  public long size() {
    return size;
  }

  /** Root of the tree as it is now. */
  public byte[] root() {
    return MerkleTree.rootOf(peaks);
  }

  /** Adds a leaf, and hands on its hash and those of the subtrees that it filled. */
  public void add(byte[] leafHash, FinalHashes hashes) {
    hashes.store(NodePosition.of(0, size), leafHash);
    byte[] hash = leafHash;
    long index = size;
    for (int level = 1; (index & 1) == 1; level++) {
      hash = MerkleTree.nodeHash(peaks.removeLast(), hash);
      index >>= 1;
      hashes.store(NodePosition.of(level, index), hash);
    }
    peaks.add(hash);
    size++;
  }
}
