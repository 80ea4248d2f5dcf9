package org.fenceline.core.law.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.ArmedConflict;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.law.term.Instrument;

/**
 * From which day a state that gave notice is no longer bound. The day on which a withdrawal takes
 * effect is the first day not bound; the last bound day is the one before.
 */
final class Withdrawal {
  private static final int MONTHS = 6;
  private static final int ATT_DAYS = 90;

  private Withdrawal() {}

  /** The article by which it is counted. */
  static String article(Instrument instrument) {
    return switch (instrument) {
      case APMBC -> "APMBC 20(3)";
      case CCM -> "CCM 20(3)";
      case CCW, APII -> "CCW 9(2)";
      case ATT -> "ATT 24(2)";
    };
  }

  /**
   * First day not bound; empty while an armed conflict without recorded end holds it back (APMBC
   * and CCM Art. 20(3), CCW Art. 9(2); the ATT knows no such rule). On a conflict's last day the
   * state is still engaged in it, so it is bound on that day and free from the next.
   *
   * @param conflicts the armed conflicts of the state
   */
  static Optional<LocalDate> effect(
      Instrument instrument, TreatyAction notice, List<ArmedConflict> conflicts) {
    LocalDate day = notice.effective().orElseGet(() -> counted(instrument, notice.date()));
    if (instrument == Instrument.ATT) {
      return Optional.of(day);
    }
    for (boolean waits = true; waits; ) {
      waits = false;
      for (ArmedConflict conflict : conflicts) {
        if (conflict.lastsOn(day)) {
          if (conflict.to().isEmpty()) {
            return Optional.empty();
          }
          day = conflict.to().get().plusDays(1);
          waits = true;
        }
      }
    }
    return Optional.of(day);
  }

  private static LocalDate counted(Instrument instrument, LocalDate receipt) {
    return switch (instrument) {
      case APMBC, CCM -> receipt.plusMonths(MONTHS);
      case CCW, APII -> receipt.plusYears(1);
      case ATT -> receipt.plusDays(ATT_DAYS);
    };
  }
}
