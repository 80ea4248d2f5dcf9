package org.fenceline.core.log.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.Signers.Verified;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.core.log.policy.Policy;

/**
 * A checkpoint that a reader's policy accepts.
 *
 * @param checkpoint what the log was
 * @param logSignatures those of the log itself
 * @param cosignatures those of witnesses
 */
public record Proven(
    Checkpoint checkpoint, List<Verified> logSignatures, List<Verified> cosignatures) {

  public Proven {
    logSignatures = List.copyOf(logSignatures);
    cosignatures = List.copyOf(cosignatures);
  }

  /** When a witness last saw the log as the checkpoint says. */
  public Optional<Instant> newestWitnessTime() {
    return cosignatures.stream()
        .flatMap(signature -> signature.time().stream())
        .max(Comparator.naturalOrder());
  }

  /**
   * Verifies a checkpoint by a policy.
   *
   * @throws MalformedInput with the reason for which it is not accepted
   */
  public static Proven checkpoint(SignedNote note, Policy policy) throws MalformedInput {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    List<VerifierKey> logKeys = policy.logKeys(checkpoint.origin());
    if (logKeys.isEmpty()) {
      throw refused(
          "the policy knows no log " + checkpoint.origin(), "add its key to the policy: log KEY");
    }
    List<VerifierKey> witnessKeys = policy.witnesses().stream().map(Policy.Witness::key).toList();
    List<VerifierKey> known = new ArrayList<>(logKeys);
    known.addAll(witnessKeys);
    List<Verified> verified = Signers.of(note, known).verified();
    List<Verified> byLog = signedBy(logKeys, verified);
    List<Verified> byWitnesses = signedBy(witnessKeys, verified);
    if (byLog.isEmpty()) {
      throw refused(
          "no key of " + checkpoint.origin() + " in the policy signed the checkpoint",
          "the log may have new keys: look for its announcement");
    }
    if (!policy.isMetBy(byWitnesses.stream().map(Verified::key).toList())) {
      throw refused(
          "too few witnesses of the policy have cosigned: " + names(byWitnesses),
          "ask for a checkpoint that the quorum has cosigned");
    }
    return new Proven(checkpoint, byLog, byWitnesses);
  }

  /**
   * Verifies that a leaf is in the log of a proof file.
   *
   * @throws MalformedInput with the reason for which it is not proven
   */
  public static Proven leaf(byte[] leaf, ProofFile file, Policy policy) throws MalformedInput {
    Proven proven = checkpoint(file.note(), policy);
    Optional<String> objection =
        file.inclusion().objection(MerkleTree.leafHash(leaf), proven.checkpoint().root().bytes());
    if (objection.isPresent()) {
      throw refused(
          "the record is not in the log at leaf "
              + file.inclusion().index()
              + ": "
              + objection.get(),
          "the record or the proof was changed");
    }
    return proven;
  }

  private static List<Verified> signedBy(List<VerifierKey> keys, List<Verified> verified) {
    return verified.stream().filter(signature -> keys.contains(signature.key())).toList();
  }

  private static String names(List<Verified> signatures) {
    return signatures.isEmpty()
        ? "none"
        : String.join(", ", signatures.stream().map(signature -> signature.key().name()).toList());
  }

  private static MalformedInput refused(String message, String mend) {
    return new MalformedInput(new Problem("proof.refused", Place.UNKNOWN, message, mend));
  }
}
