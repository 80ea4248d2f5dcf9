package org.fenceline.core.log.policy;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.ConsistencyProof;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.VerifierKey;

/** What a witness does with a request (C2SP tlog-witness, add-checkpoint). */
public sealed interface WitnessDecision {

  /** It cosigns, having stored the checkpoint first. */
  record Cosign(Checkpoint checkpoint) implements WitnessDecision {}

  /** It does not know the log. */
  record UnknownLog(String origin) implements WitnessDecision {}

  /** No key of the log that it knows signed the checkpoint. */
  record NotSigned(String reason) implements WitnessDecision {}

  /** The request contradicts itself. */
  record Senseless(String reason) implements WitnessDecision {}

  /** It holds another size than the asker believes. */
  record OtherSize(long held) implements WitnessDecision {}

  /** The checkpoint does not extend what it holds: the log has shown two histories. */
  record Inconsistent(String reason) implements WitnessDecision {}

  /**
   * Decides.
   *
   * @param logKeys keys of the checkpoint's log that the witness knows
   * @param held the largest checkpoint of that log that it has cosigned
   */
  static WitnessDecision on(
      AddCheckpoint request, List<VerifierKey> logKeys, Optional<Checkpoint> held) {
    Checkpoint offered = request.checkpoint();
    if (logKeys.isEmpty()) {
      return new UnknownLog(offered.origin());
    }
    try {
      if (!Signers.of(request.note(), logKeys).include(logKeys)) {
        return new NotSigned("no known key of " + offered.origin() + " signed the checkpoint");
      }
    } catch (MalformedInput e) {
      return new NotSigned(e.problems().getFirst().message());
    }
    if (request.oldSize() > offered.size()) {
      return new Senseless("the old size is above the checkpoint's");
    }
    long size = held.map(Checkpoint::size).orElse(0L);
    if (request.oldSize() != size) {
      return new OtherSize(size);
    }
    if (size == 0) {
      return request.path().isEmpty()
          ? new Cosign(offered)
          : new Inconsistent("a proof from the empty tree has no hashes");
    }
    return new ConsistencyProof(size, offered.size(), request.path())
        .objection(held.orElseThrow().root().bytes(), offered.root().bytes())
        .<WitnessDecision>map(Inconsistent::new)
        .orElseGet(() -> new Cosign(offered));
  }
}
