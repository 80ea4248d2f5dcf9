package org.fenceline.core.finding.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;

/** Findings that still are so on the day that is asked about. */
final class Finds {
  private Finds() {}

  static Finding open(Rule rule, Weight weight, String what, Logged... causes) {
    return new Finding(rule.name(), weight, since(causes[0]), what, List.of(causes), true);
  }

  /** The first day on which what an entry says may have been so; empty when nobody knows. */
  static Optional<LocalDate> since(Logged entry) {
    return entry.on() instanceof When.Unknown
        ? Optional.empty()
        : Optional.of(entry.on().earliestDay());
  }

  /** Whole metres, or one decimal below ten. */
  static String metres(double metres) {
    return metres < 10 ? "%.1f m".formatted(metres) : "%.0f m".formatted(metres);
  }
}
