package org.fenceline.core.log;

import java.util.Arrays;
import org.fenceline.core.log.MerkleTree.StoredHashes;

/** How many leaves two trees have in common before the first that differs. */
public final class CommonPrefix {
  private CommonPrefix() {}

  /**
   * Leading leaves that are the same in both trees. Roots of one size are the same exactly when all
   * leaves are, so that O(log² n) reads find it.
   *
   * @param size leaves that both trees have at least
   */
  public static long of(long size, StoredHashes one, StoredHashes other) {
    long same = 0;
    long different = size + 1;
    while (different - same > 1) {
      long middle = same + (different - same) / 2;
      if (Arrays.equals(MerkleTree.root(middle, one), MerkleTree.root(middle, other))) {
        same = middle;
      } else {
        different = middle;
      }
    }
    return same;
  }
}
