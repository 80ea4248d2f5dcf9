package org.fenceline.core.log;

/**
 * Where the hash of a full subtree is kept: its place in an in-order walk of the tree. Leaf {@code
 * i} is at {@code 2i}, and a subtree's place never changes as the tree grows, so that stored hashes
 * are only ever added, nearly always at the end.
 */
public final class NodePosition {
  private NodePosition() {}

  /**
   * Position of a full subtree.
   *
   * @param level height, 0 for a leaf
   * @param index count of subtrees of that height to its left
   */
  public static long of(int level, long index) {
    return (index << (level + 1)) + (1L << level) - 1;
  }

  /** Height of the subtree at a position, 0 for a leaf. */
  public static int level(long position) {
    return Long.numberOfTrailingZeros(~position);
  }

  /** Count of subtrees of the same height to the left of the one at a position. */
  public static long index(long position) {
    return position >> (level(position) + 1);
  }
}
