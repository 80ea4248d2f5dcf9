package org.fenceline.core.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.log.MerkleTree.StoredHashes;

/**
 * That a tree extends an earlier one, all of whose leaves it holds unchanged (RFC 6962, section
 * 2.1.2).
 *
 * @param oldSize leaves of the earlier tree, at least 1: every tree extends the empty one
 * @param newSize leaves of the later tree
 * @param path hashes of 32 bytes
 */
public record ConsistencyProof(long oldSize, long newSize, List<byte[]> path) {

  /** Most hashes of a proof in a tree of less than 2^63 leaves. */
  public static final int LONGEST_PATH = 63;

  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /** The proof between two sizes of one tree; O(log n) reads. */
  public static ConsistencyProof of(long oldSize, long newSize, StoredHashes hashes) {
    if (oldSize < 1 || oldSize > newSize) {
      throw new IllegalArgumentException(oldSize + " is not an earlier size of " + newSize);
    }
    List<byte[]> fromTheRoot = new ArrayList<>();
    long start = 0;
    long end = newSize;
    boolean startsAtZero = true;
    while (oldSize != end) {
      long middle = start + MerkleTree.split(end - start);
      if (oldSize <= middle) {
        fromTheRoot.add(MerkleTree.rangeHash(middle, end, hashes));
        end = middle;
      } else {
        fromTheRoot.add(MerkleTree.rangeHash(start, middle, hashes));
        start = middle;
        startsAtZero = false;
      }
    }
    if (!startsAtZero) {
      fromTheRoot.add(MerkleTree.rangeHash(start, end, hashes));
    }
    return new ConsistencyProof(oldSize, newSize, fromTheRoot.reversed());
  }

  /**
   * Why the proof does not lead from one root to the other; empty when it does (RFC 9162, section
   * 2.1.4.2).
   */
  public Optional<String> objection(byte[] oldRoot, byte[] newRoot) {
    if (oldSize < 1) {
      return Optional.of("an empty tree proves nothing");
    }
    if (oldSize > newSize) {
      return Optional.of("the later tree has fewer leaves than the earlier one");
    }
    if (oldSize == newSize) {
      if (!path.isEmpty()) {
        return Optional.of("the path is too long");
      }
      return Arrays.equals(oldRoot, newRoot)
          ? Optional.empty()
          : Optional.of("two trees of one size have different roots");
    }
    if (path.stream().anyMatch(hash -> hash.length != MerkleTree.HASH_LENGTH)) {
      return Optional.of("a hash of the path does not have 32 bytes");
    }
    return climb(oldRoot, newRoot);
  }

  private Optional<String> climb(byte[] oldRoot, byte[] newRoot) {
    int shared = Long.numberOfTrailingZeros(oldSize);
    long place = (oldSize - 1) >> shared;
    long last = (newSize - 1) >> shared;
    boolean oldTreeIsFull = place == 0;
    if (path.isEmpty()) {
      return Optional.of("the path is too short");
    }
    byte[] oldHash = oldTreeIsFull ? oldRoot : path.getFirst();
    byte[] newHash = oldHash;
    for (byte[] sibling : path.subList(oldTreeIsFull ? 0 : 1, path.size())) {
      if (last == 0) {
        return Optional.of("the path is too long");
      }
      if ((place & 1) == 1 || place == last) {
        oldHash = MerkleTree.nodeHash(sibling, oldHash);
        newHash = MerkleTree.nodeHash(sibling, newHash);
        int climbed = Long.numberOfTrailingZeros(place == 0 ? 1 : place);
        place >>= climbed;
        last >>= climbed;
      } else {
        newHash = MerkleTree.nodeHash(newHash, sibling);
      }
      place >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      return Optional.of("the path is too short");
    }
    if (!Arrays.equals(oldHash, oldRoot)) {
      return Optional.of("the path does not contain the earlier tree");
    }
    return Arrays.equals(newHash, newRoot)
        ? Optional.empty()
        : Optional.of("the path leads to another root");
  }
}
