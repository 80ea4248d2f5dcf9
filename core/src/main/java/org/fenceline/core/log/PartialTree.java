package org.fenceline.core.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.log.MerkleTree.StoredHashes;

/**
 * A tree of which only inclusion proofs are at hand, and an earlier one whose hashes are all known.
 * Each path names the hashes of whole ranges of leaves; what they say of the earlier tree's leaves
 * is held against it. That tells whether the one extends the other without a consistency proof,
 * which nobody may have kept.
 */
public final class PartialTree {

  /** What the paths say of the earlier tree. */
  public enum Relation {
    /** They name hashes of all its leaves, the same ones. */
    EXTENDS,
    /** They name another hash for some of its leaves. */
    CONTRADICTS,
    /** They leave some of its leaves out. */
    UNDECIDED
  }

  /** Leaves from one index to before another, as the tree of RFC 6962 divides them. */
  private record Range(long start, long end) {
    boolean isLeaf() {
      return end - start == 1;
    }

    long middle() {
      return start + MerkleTree.split(end - start);
    }
  }

  private final long size;
  private final Sha256 root;
  private final long earlierSize;
  private final StoredHashes earlier;
  private final Map<Range, Sha256> nodes = new HashMap<>();
  private final SortedMap<Long, Long> agreed = new TreeMap<>();
  private boolean isContradicted;

  /**
   * A tree that nothing but its root is known of yet.
   *
   * @param earlierSize leaves of the earlier tree, fewer than this one's
   */
  public PartialTree(long size, Sha256 root, long earlierSize, StoredHashes earlier) {
    if (size <= earlierSize) {
      throw new IllegalArgumentException("a tree of " + size + " does not extend " + earlierSize);
    }
    this.size = size;
    this.root = root;
    this.earlierSize = earlierSize;
    this.earlier = earlier;
  }

  /** Takes a proof up; tells why it does not lead to this tree's root, if it does not. */
  public Optional<String> take(InclusionProof proof, Sha256 leafHash) {
    if (proof.size() != size) {
      return Optional.of("it is of a tree of " + proof.size());
    }
    Optional<String> objection = proof.objection(leafHash.bytes(), root.bytes());
    if (objection.isEmpty()) {
      List<Range> siblings = siblings(proof.index());
      for (int i = 0; i < siblings.size(); i++) {
        learn(siblings.get(i), Sha256.ofBytes(proof.path().get(i)));
      }
      learn(new Range(proof.index(), proof.index() + 1), leafHash);
    }
    return objection;
  }

  /** What a path's hashes are hashes of, the leaf's sibling first. */
  private List<Range> siblings(long index) {
    List<Range> fromTheRoot = new ArrayList<>();
    Range around = new Range(0, size);
    while (!around.isLeaf()) {
      Range left = new Range(around.start(), around.middle());
      Range right = new Range(around.middle(), around.end());
      fromTheRoot.add(index < around.middle() ? right : left);
      around = index < around.middle() ? left : right;
    }
    return fromTheRoot.reversed();
  }

  private void learn(Range range, Sha256 hash) {
    if (range.end() > earlierSize) {
      nodes.put(range, hash);
    } else {
      compare(range, Optional.of(earlierHash(range)), hash);
    }
  }

  /** The hash of a range that ends within the earlier tree, before this tree's end: a full one. */
  private Sha256 earlierHash(Range range) {
    int level = Long.numberOfTrailingZeros(range.end() - range.start());
    return Sha256.ofBytes(earlier.at(NodePosition.of(level, range.start() >> level)));
  }

  private void compare(Range range, Optional<Sha256> computed, Sha256 named) {
    if (computed.isPresent() && computed.get().equals(named)) {
      agreed.merge(range.start(), range.end(), Math::max);
    } else if (computed.isPresent()) {
      isContradicted = true;
    }
  }

  /** What all proofs together say of the earlier tree. */
  public Relation relation() {
    nodes.forEach((range, hash) -> {
      if (range.start() < earlierSize) {
        compare(range, fromHalves(range), hash);
      }
    });
    if (isContradicted) {
      return Relation.CONTRADICTS;
    }
    long reached = 0;
    while (reached < earlierSize && agreed.containsKey(reached)) {
      reached = agreed.getOrDefault(reached, reached);
    }
    return reached >= earlierSize ? Relation.EXTENDS : Relation.UNDECIDED;
  }

  private Optional<Sha256> fromHalves(Range range) {
    Optional<Sha256> left = hash(new Range(range.start(), range.middle()));
    Optional<Sha256> right = hash(new Range(range.middle(), range.end()));
    return left.isPresent() && right.isPresent()
        ? Optional.of(Sha256.ofBytes(MerkleTree.nodeHash(left.get().bytes(), right.get().bytes())))
        : Optional.empty();
  }

  private Optional<Sha256> hash(Range range) {
    if (range.end() <= earlierSize) {
      return Optional.of(earlierHash(range));
    }
    Sha256 named = nodes.get(range);
    if (named != null) {
      return Optional.of(named);
    }
    return range.isLeaf() ? Optional.empty() : fromHalves(range);
  }

  /** The hashes of leaves after the earlier tree that the paths name, by their indexes. */
  public SortedMap<Long, Sha256> laterLeaves() {
    SortedMap<Long, Sha256> leaves = new TreeMap<>();
    nodes.forEach((range, hash) -> {
      if (range.isLeaf()) {
        leaves.put(range.start(), hash);
      }
    });
    return leaves;
  }

  /** Leaves. */
  public long size() {
    return size;
  }
}
