package org.fenceline.exchange.witness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.core.log.policy.Policy;
import org.fenceline.exchange.witness.WitnessAnswer.Cosigned;

/**
 * A checkpoint as witnesses cosigned it.
 *
 * @param note the checkpoint with the cosignatures that hold
 * @param answers what came of asking at each address, in the policy's order
 */
public record Cosigning(SignedNote note, Map<String, WitnessAnswer> answers) {

  /** Keeps the answers' order. */
  public Cosigning {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /**
   * Asks every witness of a policy that has an address.
   *
   * @param note a checkpoint that the log signed
   * @param hashes of the log's tree
   */
  public static Cosigning collect(SignedNote note, Policy policy, MerkleTree.StoredHashes hashes)
      throws MalformedInput {
    Question question = new Question(note, hashes);
    Map<String, WitnessAnswer> answers = new LinkedHashMap<>();
    SignedNote whole = note;
    for (Map.Entry<String, List<VerifierKey>> witness : keysByAddress(policy).entrySet()) {
      WitnessAnswer answer = question.ask(witness.getKey(), witness.getValue());
      answers.put(witness.getKey(), answer);
      if (answer instanceof Cosigned(var cosignatures)) {
        whole = whole.with(cosignatures);
      }
    }
    return new Cosigning(whole, answers);
  }

  /** Whether a witness has seen more of this log than there is here, or another history. */
  public boolean isContradicted() {
    return answers.values().stream()
        .anyMatch(answer ->
            answer instanceof WitnessAnswer.Ahead || answer instanceof WitnessAnswer.OtherHistory);
  }

  /** Whether the cosignatures of a note meet a policy's quorum. */
  public static boolean isEnough(SignedNote note, Policy policy) throws MalformedInput {
    return policy.isMetBy(
        Signers.of(note, policy.witnessKeys()).verified().stream()
            .map(Signers.Verified::key)
            .toList());
  }

  /** A witness may sign with several keys: it is asked once. */
  private static Map<String, List<VerifierKey>> keysByAddress(Policy policy) {
    Map<String, List<VerifierKey>> keys = new LinkedHashMap<>();
    for (Policy.Witness witness : policy.witnesses()) {
      witness
          .address()
          .ifPresent(
              address -> keys.computeIfAbsent(address, _ -> new ArrayList<>()).add(witness.key()));
    }
    return keys;
  }
}
