package org.fenceline.exchange.witness;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.core.log.policy.AddCheckpoint;
import org.fenceline.exchange.witness.WitnessAnswer.Ahead;
import org.fenceline.exchange.witness.WitnessAnswer.Cosigned;
import org.fenceline.exchange.witness.WitnessAnswer.Nothing;
import org.fenceline.exchange.witness.WitnessAnswer.OtherHistory;

/**
 * The question whether a witness cosigns a checkpoint.
 *
 * @param note the checkpoint with the log's signatures
 * @param hashes of the log's tree
 */
record Question(SignedNote note, MerkleTree.StoredHashes hashes) {
  private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\\n");
  private static final int LONGEST_REASON = 200;
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  /** Asks the witness that answers at an address and signs with keys. */
  WitnessAnswer ask(String address, List<VerifierKey> keys) throws MalformedInput {
    try {
      WitnessClient client = new WitnessClient(address);
      // Whoever has seen a tree of this log says of which size, so that a register need not
      // remember what each witness has seen.
      WitnessClient.Reply reply = client.add(request(0));
      Optional<Long> held = held(reply);
      if (held.isPresent()) {
        if (held.get() > Checkpoint.parse(note.text()).size()) {
          return new Ahead(held.get());
        }
        reply = client.add(request(held.get()));
      }
      return read(reply, keys);
    } catch (IOException e) {
      return new Nothing("does not answer: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      return new Nothing("cannot be asked: " + e.getMessage());
    }
  }

  private AddCheckpoint request(long oldSize) throws MalformedInput {
    return AddCheckpoint.following(oldSize, note, hashes);
  }

  private static Optional<Long> held(WitnessClient.Reply reply) {
    var size = SIZE.matcher(reply.body());
    return reply.status() == CONFLICT && size.matches()
        ? Optional.of(Long.parseLong(size.group(1)))
        : Optional.empty();
  }

  private WitnessAnswer read(WitnessClient.Reply reply, List<VerifierKey> keys) {
    return switch (reply.status()) {
      case OK -> cosigned(reply.body(), keys);
      case UNPROCESSABLE -> new OtherHistory(reason(reply.body()));
      case NOT_FOUND -> new Nothing("does not know this log");
      case FORBIDDEN -> new Nothing("knows this log by other keys");
      case CONFLICT -> new Nothing("was shown another checkpoint meanwhile; ask again");
      default -> new Nothing("answers with status " + reply.status());
    };
  }

  private WitnessAnswer cosigned(String lines, List<VerifierKey> keys) {
    try {
      SignedNote alone =
          SignedNote.unsigned(note.text()).with(SignedNote.signatures(lines)).onlyBy(keys);
      return Signers.of(alone, keys).verified().isEmpty()
          ? new Nothing("cosigned with no key of the policy")
          : new Cosigned(alone.signatures());
    } catch (MalformedInput e) {
      return new Nothing("its cosignature does not hold: " + e.problems().getFirst().message());
    }
  }

  /** A stranger's words: one line, short, and nothing that moves a terminal's cursor. */
  private static String reason(String body) {
    return body.lines()
        .findFirst()
        .orElse("")
        .codePoints()
        .filter(c -> !Character.isISOControl(c))
        .limit(LONGEST_REASON)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
