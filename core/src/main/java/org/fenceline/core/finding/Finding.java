package org.fenceline.core.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Logged;

/**
 * Something that somebody should look at.
 *
 * @param rule stable name of the rule, such as {@code negative-balance}
 * @param weight how grave it is
 * @param day the UTC day on which it began
 * @param what what is the case, in a sentence
 * @param causes the entries that make it so
 * @param open whether it still is so on the day that is asked about
 */
public record Finding(
    String rule,
    Weight weight,
    Optional<LocalDate> day,
    String what,
    List<Logged> causes,
    boolean open) {

  /** How grave a finding is, gravest first. */
  public enum Weight {
    /** A rule of law forbids it, or a condition of one is shown to be unmet. */
    UNLAWFUL,
    /** The records cannot all be right. */
    DISCREPANCY,
    /** Something is late or lacking. */
    OVERDUE,
    /** To be known and decided about. */
    NOTICE
  }

  public Finding {
    causes = List.copyOf(causes);
  }

  /** When its newest cause was recorded; the far past where there is none. */
  public Instant knownSince() {
    return causes.stream()
        .map(cause -> cause.entry().recordedAt())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }
}
