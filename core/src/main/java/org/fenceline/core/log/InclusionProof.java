package org.fenceline.core.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.log.MerkleTree.StoredHashes;

/**
 * That a leaf stands at its place in a tree (RFC 6962, section 2.1.1).
 *
 * @param index the leaf's place, from 0
 * @param size leaves of the tree
 * @param path hashes of 32 bytes, the leaf's sibling first
 */
public record InclusionProof(long index, long size, List<byte[]> path) {

  /** Most hashes of a path in a tree of less than 2^63 leaves. */
  public static final int LONGEST_PATH = 63;

  public InclusionProof {
    path = List.copyOf(path);
  }

  /** The proof for a leaf of the tree of the first {@code size} leaves; O(log n) reads. */
  public static InclusionProof of(long index, long size, StoredHashes hashes) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("leaf " + index + " is not in a tree of " + size);
    }
    List<byte[]> fromTheRoot = new ArrayList<>();
    long start = 0;
    long end = size;
    while (end - start > 1) {
      long middle = start + MerkleTree.split(end - start);
      if (index < middle) {
        fromTheRoot.add(MerkleTree.rangeHash(middle, end, hashes));
        end = middle;
      } else {
        fromTheRoot.add(MerkleTree.rangeHash(start, middle, hashes));
        start = middle;
      }
    }
    return new InclusionProof(index, size, fromTheRoot.reversed());
  }

  /**
   * Why the proof does not lead from a leaf's hash to a root; empty when it does (RFC 9162, section
   * 2.1.3.2).
   */
  public Optional<String> objection(byte[] leafHash, byte[] root) {
    if (index < 0 || index >= size) {
      return Optional.of("leaf " + index + " is not in a tree of " + size + " leaves");
    }
    if (leafHash.length != MerkleTree.HASH_LENGTH || root.length != MerkleTree.HASH_LENGTH) {
      return Optional.of("leaf hash and root have 32 bytes each");
    }
    long place = index;
    long last = size - 1;
    byte[] hash = leafHash;
    for (byte[] sibling : path) {
      if (last == 0) {
        return Optional.of("the path is too long");
      }
      if (sibling.length != MerkleTree.HASH_LENGTH) {
        return Optional.of("a hash of the path has " + sibling.length + " bytes");
      }
      if ((place & 1) == 1 || place == last) {
        hash = MerkleTree.nodeHash(sibling, hash);
        int climbed = Long.numberOfTrailingZeros(place == 0 ? 1 : place);
        place >>= climbed;
        last >>= climbed;
      } else {
        hash = MerkleTree.nodeHash(hash, sibling);
      }
      place >>= 1;
      last >>= 1;
    }
    if (last != 0) {
      return Optional.of("the path is too short");
    }
    return Arrays.equals(hash, root)
        ? Optional.empty()
        : Optional.of("the path leads to another root");
  }
}
