package org.fenceline.exchange.witness;

import java.util.List;
import org.fenceline.core.log.note.NoteSignature;

/** What came of asking one witness. */
public sealed interface WitnessAnswer {

  /**
   * It cosigned.
   *
   * @param cosignatures those that keys of the policy bear out
   */
  record Cosigned(List<NoteSignature> cosignatures) implements WitnessAnswer {
    public Cosigned {
      cosignatures = List.copyOf(cosignatures);
    }
  }

  /**
   * It has seen a larger tree of this log than this register can show.
   *
   * @param held entries of that tree
   */
  record Ahead(long held) implements WitnessAnswer {}

  /** It has seen another history of this log. */
  record OtherHistory(String reason) implements WitnessAnswer {}

  /** It does not cosign, or does not answer. */
  record Nothing(String reason) implements WitnessAnswer {}

  /** The answer in words. */
  default String words() {
    return switch (this) {
      case Cosigned _ -> "cosigned";
      case Ahead(long held) ->
          "has seen " + held + " entries of this log, more than there are here";
      case OtherHistory(String reason) -> "has seen another history of this log: " + reason;
      case Nothing(String reason) -> reason;
    };
  }
}
