package org.fenceline.core.law.status;

import java.time.LocalDate;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.law.term.Instrument;

/**
 * From which day a consent binds.
 *
 * <p>Months are counted as the depositaries do: six months after the 20th of August is the 20th of
 * February; where the day does not exist, the month's last day.
 */
final class EntryIntoForce {
  // ATT Art. 22(2) speaks of deposits after the entry into force, not after the 50th instrument.
  private static final int ATT_DAYS = 90;
  private static final int MONTHS = 6;

  private EntryIntoForce() {}

  /** The article by which it is counted. */
  static String article(Instrument instrument) {
    return switch (instrument) {
      case APMBC -> "APMBC 17(2)";
      case CCM -> "CCM 17(2)";
      case CCW -> "CCW 5(2)";
      case APII -> "CCW 5(4)";
      case ATT -> "ATT 22(2)";
    };
  }

  /**
   * First day on which a consent binds.
   *
   * @param treatyInForce the treaty's own entry into force, before which nobody is bound
   */
  static LocalDate of(Instrument instrument, TreatyAction consent, LocalDate treatyInForce) {
    LocalDate counted =
        consent.effective().orElseGet(() -> counted(instrument, consent, treatyInForce));
    return counted.isBefore(treatyInForce) ? treatyInForce : counted;
  }

  private static LocalDate counted(
      Instrument instrument, TreatyAction consent, LocalDate treatyInForce) {
    LocalDate deposit = consent.date();
    if (consent.action() == TreatyAction.Action.SUCCESSION) {
      return deposit;
    }
    return switch (instrument) {
      // "the first day of the sixth month after the month in which" it was deposited
      case APMBC, CCM -> deposit.withDayOfMonth(1).plusMonths(MONTHS);
      case CCW, APII -> deposit.plusMonths(MONTHS);
      case ATT -> deposit.isAfter(treatyInForce) ? deposit.plusDays(ATT_DAYS) : treatyInForce;
    };
  }
}
