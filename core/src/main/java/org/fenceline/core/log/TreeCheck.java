package org.fenceline.core.log;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Holds stored tree hashes against those that follow from the leaves: the second path by which a
 * root is computed before it is signed. Given both in order, it keeps O(log n) hashes.
 */
public final class TreeCheck {
  private final GrowingTree tree = GrowingTree.empty();
  private final Map<Long, byte[]> onlyComputed = new HashMap<>();
  private final Map<Long, byte[]> onlyStored = new HashMap<>();
  private long firstDifference = Long.MAX_VALUE;

  /** The next leaf's hash, recomputed from what was recorded. */
  public void leaf(byte[] leafHash) {
    tree.add(leafHash, (position, hash) -> meet(position, hash, onlyStored, onlyComputed));
  }

  /** A hash that is stored under a {@link NodePosition}. */
  public void stored(long position, byte[] hash) {
    meet(position, hash, onlyComputed, onlyStored);
  }

  private void meet(long position, byte[] hash, Map<Long, byte[]> others, Map<Long, byte[]> mine) {
    byte[] other = others.remove(position);
    if (other == null) {
      mine.put(position, hash);
    } else if (!Arrays.equals(other, hash)) {
      firstDifference = Math.min(firstDifference, position);
    }
  }

  /** Leaves so far. */
  public long size() {
    return tree.size();
  }

  /** Root of the leaves so far, by this path alone. */
  public byte[] root() {
    return tree.root();
  }

  /**
   * The first position at which what is stored is not what follows from the leaves, one that is
   * missing or too many included; to be asked when all were given.
   */
  public OptionalLong firstDifference() {
    long first = firstDifference;
    for (Map<Long, byte[]> unmet : List.of(onlyComputed, onlyStored)) {
      for (long position : unmet.keySet()) {
        first = Math.min(first, position);
      }
    }
    return first == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(first);
  }
}
