package org.fenceline.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.core.log.proof.ProofFile;

/**
 * What the log in which an entry was first recorded proves of it: a path from the leaf to the root
 * of a checkpoint of that log. Whose checkpoint it is follows from its signatures, which travel
 * with it.
 */
final class HomeProof {
  private HomeProof() {}

  /** Why the proof does not lead from the leaf to its checkpoint's root; empty when it does. */
  static Optional<String> objection(String proof, byte[] leaf) {
    return objection(proof, leaf, _ -> List.of());
  }

  /**
   * As {@link #objection(String, byte[])}, and why the checkpoint is not one of the log that it
   * names.
   *
   * @param keysOf keys that the log of an origin made known; where none are known, only the path is
   *     judged
   */
  static Optional<String> objection(
      String proof, byte[] leaf, Function<String, List<VerifierKey>> keysOf) {
    try {
      ProofFile file = ProofFile.parse(proof);
      Optional<String> path =
          file.inclusion().objection(MerkleTree.leafHash(leaf), file.checkpoint().root().bytes());
      List<VerifierKey> known = keysOf.apply(file.checkpoint().origin());
      boolean isForeign = !known.isEmpty() && !Signers.of(file.note(), known).include(known);
      return path.or(() ->
          isForeign
              ? Optional.of("no key of " + file.checkpoint().origin() + " signed its checkpoint")
              : Optional.empty());
    } catch (MalformedInput e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
