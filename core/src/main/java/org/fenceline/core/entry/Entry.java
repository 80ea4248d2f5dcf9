package org.fenceline.core.entry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.PersonId;

/**
 * A fact that somebody recorded.
 *
 * @param fact what
 * @param recordedAt when the register in which it was first recorded stamped it, once
 * @param recordedBy who
 */
public record Entry(Fact fact, Instant recordedAt, PersonId recordedBy) {

  /** A fact with the stamp of its recording. */
  public static Entry stamped(Fact fact, Instant now, PersonId by) {
    // A public entry's time is held to the UTC day: its rhythm would show the tempo of the work.
    Instant stamp =
        fact.disclosure() == Disclosure.PUBLIC
            ? now.truncatedTo(ChronoUnit.DAYS)
            : now.truncatedTo(ChronoUnit.MILLIS);
    return new Entry(fact, stamp, by);
  }

  /** When it was first recorded anywhere, as far as the entry says. */
  public Instant firstRecordedAt() {
    return fact.transcribed().map(Transcribed::recordedAt).orElse(recordedAt);
  }
}
