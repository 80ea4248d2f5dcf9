package org.fenceline.core.entry.value;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The two times of every question: about which day, and known when.
 *
 * @param on the UTC day that is asked about, its end
 * @param knownAt only what was known by then counts
 * @param clock whose time "known" is
 * @param basis which entries count
 */
public record AsOf(LocalDate on, Instant knownAt, Clock clock, Basis basis) {

  /** By which time an entry became known. */
  public enum Clock {
    /** When the register in which it was first recorded stamped it. */
    RECORDED,
    /** When it was recorded elsewhere first, where the entry says so; else as RECORDED. */
    TRANSCRIBED,
    /** When it arrived in this register's log. */
    ARRIVED
  }

  /** Which entries count. */
  public enum Basis {
    /** Every entry that stands. */
    ALL,
    /** Only what a second person endorsed. */
    ENDORSED
  }

  /** What is known at a moment about that moment's day, all entries counting. */
  public static AsOf everythingKnown(LocalDate on, Instant knownAt) {
    return new AsOf(on, knownAt, Clock.RECORDED, Basis.ALL);
  }

  public AsOf on(LocalDate day) {
    return new AsOf(day, knownAt, clock, basis);
  }
}
