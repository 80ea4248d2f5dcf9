package org.fenceline.core.law.report;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One report under APMBC Art. 7 that arose while the state was bound.
 *
 * @param initial whether it is the first, due 180 days after entry into force
 * @param from first bound day that it covers
 * @param to last bound day that it covers
 * @param due last day on which it is in time
 * @param dispute why a text-bound reading holds that it has lapsed; empty where it is not contested
 */
public record Article7Report(
    boolean initial, LocalDate from, LocalDate to, LocalDate due, Optional<Dispute> dispute) {

  /** Whether a reading holds that the report is owed no more. It is shown as owed all the same. */
  public boolean isContested() {
    return dispute.isPresent();
  }

  /** Why a report may have lapsed. */
  public enum Dispute {
    /** The state has left by the day on which the report is due. */
    LEFT_BEFORE_DUE(
        "the duty arose while the Convention bound the state (VCLT Art. 70(1)(b))",
        "only States Parties report, and the state has left by the day (VCLT Art. 70(1)(a))"),
    /** The state had notified that it suspends the Convention by the day on which it is due. */
    SUSPENDED(
        "the Convention knows no suspension (APMBC Arts. 1, 19, 20)",
        "the Convention's operation is suspended (VCLT Art. 62)");

    private final String owedBecause;
    private final String lapsedBecause;

    Dispute(String owedBecause, String lapsedBecause) {
      this.owedBecause = owedBecause;
      this.lapsedBecause = lapsedBecause;
    }

    /** The reading that is shown first: OWED. */
    public String owedBecause() {
      return owedBecause;
    }

    /** The reading beside it: LAPSED. */
    public String lapsedBecause() {
      return lapsedBecause;
    }
  }
}
