package org.fenceline.core.entry.body;

import java.time.LocalDate;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.StateCode;

/**
 * What a state did under a treaty, as its depositary or another source tells.
 *
 * @param treaty the treaty's short name, such as APMBC or CCW-APII-1996
 * @param state who acted; empty for the treaty's own entry into force
 * @param action what was done
 * @param date day of signature, deposit or receipt
 * @param effective day on which it takes effect, where a source states it
 * @param source what was read
 * @param sourceReference where in it
 * @param confidence how well it is known
 * @param note conditions and contested points
 */
@Meaning("What a state did under a treaty.")
public record TreatyAction(
    @Meaning("Short name of the treaty, such as APMBC or CCW-APII-1996.") String treaty,
    @Meaning("Who acted; left out for the treaty's own entry into force.")
        Optional<StateCode> state,
    @Meaning("What was done.") Action action,
    @Meaning("Day of signature, deposit or receipt.") LocalDate date,
    @Meaning("Day on which it takes effect, where a source states it.")
        Optional<LocalDate> effective,
    @Meaning("What was read.") String source,
    @Meaning("Where in it.") String sourceReference,
    @Meaning("How well it is known.") Confidence confidence,
    @Meaning("Conditions and contested points.") String note)
    implements Body {

  /** Kinds of acts. */
  public enum Action {
    SIGNATURE,
    RATIFICATION,
    ACCESSION,
    ACCEPTANCE,
    APPROVAL,
    SUCCESSION,
    CONSENT_TO_BE_BOUND,
    WITHDRAWAL_NOTICE,
    SUSPENSION_NOTICE,
    ENTRY_INTO_FORCE_TREATY;

    /** Whether by it a state consents to be bound. */
    public boolean isConsent() {
      return switch (this) {
        case RATIFICATION, ACCESSION, ACCEPTANCE, APPROVAL, SUCCESSION, CONSENT_TO_BE_BOUND -> true;
        case SIGNATURE, WITHDRAWAL_NOTICE, SUSPENSION_NOTICE, ENTRY_INTO_FORCE_TREATY -> false;
      };
    }
  }

  /** How well an act is known. */
  public enum Confidence {
    /** The same date in two copies, or in the list and a second source. */
    VERIFIED,
    /** In one copy only. */
    SINGLE_SOURCE,
    /** Known only in general. */
    UNVERIFIED
  }

  public TreatyAction {
    if (state.isEmpty() != (action == Action.ENTRY_INTO_FORCE_TREATY)) {
      throw new IllegalArgumentException(
          state.isEmpty()
              ? "an act needs its state, such as POL"
              : "a treaty's own entry into force names no state");
    }
    boolean before = effective.isPresent() && effective.get().isBefore(date);
    if (before && action != Action.SUCCESSION) {
      throw new IllegalArgumentException(
          "takes effect on " + effective.get() + ", before its date " + date);
    }
  }
}
