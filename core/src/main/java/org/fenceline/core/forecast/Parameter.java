package org.fenceline.core.forecast;

import java.util.Optional;

/**
 * One number that a scenario rests on.
 *
 * @param spread what is known of it
 * @param unit its unit, such as {@code mines/year}
 * @param citation the claim or source that it is from; empty for an assumption
 * @param note why so, in words
 */
public record Parameter(Spread spread, String unit, Optional<String> citation, String note) {

  /** How many times the least the most of an assumption must be, at the least. */
  public static final double WIDE = 1.5;

  public Parameter {
    if (spread.least() < 0) {
      throw new IllegalArgumentException("below zero: " + spread.least());
    }
    if (citation.isEmpty() && spread.most() < WIDE * spread.least()) {
      throw new IllegalArgumentException(
          "an assumption needs a wide range: its most at least " + WIDE + " times its least");
    }
  }

  /** Whether nothing that was read says it. */
  public boolean isAssumption() {
    return citation.isEmpty();
  }
}
