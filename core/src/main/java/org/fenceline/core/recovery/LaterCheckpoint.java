package org.fenceline.core.recovery;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.log.InclusionProof;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.PartialTree;
import org.fenceline.core.log.PartialTree.Relation;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.core.recovery.Placement.Agreement;
import org.fenceline.core.recovery.Placement.Held;

/** A checkpoint that came to light beside the published one, with what was offered under it. */
final class LaterCheckpoint {
  private final LostLog log;
  private final Checkpoint checkpoint;
  private final String from;
  private final Set<SignedNote> notes = new LinkedHashSet<>();
  private final Optional<PartialTree> tree;
  private final List<Proven> proven = new ArrayList<>();

  /**
   * An entry whose path leads to this checkpoint's root.
   *
   * @param index the leaf that the path says it is
   * @param held where its content lies
   * @param hash the leaf's hash
   */
  record Proven(long index, Held held, Sha256 hash) {}

  LaterCheckpoint(LostLog log, Checkpoint checkpoint, String from) {
    this.log = log;
    this.checkpoint = checkpoint;
    this.from = from;
    long published = log.published().size();
    this.tree =
        checkpoint.size() > published
            ? Optional.of(
                new PartialTree(checkpoint.size(), checkpoint.root(), published, log.hashes()))
            : Optional.empty();
  }

  Checkpoint checkpoint() {
    return checkpoint;
  }

  long size() {
    return checkpoint.size();
  }

  String from() {
    return from;
  }

  void add(SignedNote note) {
    notes.add(note);
  }

  /** Takes up what a path says of the tree; tells why the path does not hold, if it does not. */
  Optional<String> take(InclusionProof proof, Sha256 leafHash) {
    return tree.isPresent()
        ? tree.get().take(proof, leafHash)
        : proof.objection(leafHash.bytes(), checkpoint.root().bytes());
  }

  void offer(Proven entry) {
    proven.add(entry);
  }

  List<Proven> proven() {
    return proven;
  }

  SortedMap<Long, Sha256> leaves() {
    return tree.map(PartialTree::laterLeaves).orElseGet(java.util.TreeMap::new);
  }

  /** The note that the log's keys signed; one of them at least, and none of them wrongly. */
  Optional<SignedNote> signedBy(List<VerifierKey> keys) {
    return notes.stream()
        .filter(note -> {
          try {
            return Signers.of(note, keys).include(keys);
          } catch (MalformedInput e) {
            // A signature of a known key that does not hold refuses its note.
            return false;
          }
        })
        .findFirst();
  }

  /** What its proofs alone say; a checkpoint of no more than was published is simply computed. */
  Agreement agreement() {
    if (tree.isEmpty()) {
      byte[] root = MerkleTree.root(checkpoint.size(), log.hashes());
      return Sha256.ofBytes(root).equals(checkpoint.root())
          ? Agreement.AGREES
          : Agreement.CONTRADICTS;
    }
    Relation relation = tree.get().relation();
    return switch (relation) {
      case EXTENDS -> Agreement.AGREES;
      case CONTRADICTS -> Agreement.CONTRADICTS;
      case UNDECIDED -> Agreement.UNDECIDED;
    };
  }
}
