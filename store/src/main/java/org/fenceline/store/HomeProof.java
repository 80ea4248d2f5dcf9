package org.fenceline.store;

import java.util.Optional;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.MerkleTree;
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
    try {
      ProofFile file = ProofFile.parse(proof);
      return file.inclusion()
          .objection(MerkleTree.leafHash(leaf), file.checkpoint().root().bytes());
    } catch (MalformedInput e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
