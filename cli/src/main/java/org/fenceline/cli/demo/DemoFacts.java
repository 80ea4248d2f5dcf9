package org.fenceline.cli.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Citation;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Transcribed;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.When;

/** Makes the invented facts of the demo, each named by a key of its own. */
final class DemoFacts {
  private static final String SOURCE = "invented for the demo";

  private DemoFacts() {}

  /** A fact of a day, as if recorded on the next morning. */
  static Fact of(String key, LocalDate on, Body body) {
    return of(key, on, 1, body);
  }

  /** A fact of a day, as if recorded so many days later. */
  static Fact of(String key, LocalDate on, int daysLater, Body body) {
    Instant recorded = on.plusDays(daysLater).atTime(8, 0).toInstant(ZoneOffset.UTC);
    return fact(key, When.day(on), Optional.of(new Transcribed(recorded, SOURCE)), body);
  }

  /** A description, of no day. */
  static Fact described(String key, Body body) {
    return fact(key, new When.Unknown(), Optional.empty(), body);
  }

  /** The same fact as a correction of another. */
  static Fact correcting(Fact fact, EntryRef superseded) {
    return new Fact(
        fact.id(),
        fact.exercise(),
        fact.on(),
        fact.transcribed(),
        fact.disclosure(),
        fact.citations(),
        Optional.of(superseded),
        fact.body());
  }

  private static Fact fact(String key, When on, Optional<Transcribed> transcribed, Body body) {
    return new Fact(
        EntryId.ofRow("fenceline-demo", key, 0),
        true,
        on,
        transcribed,
        Disclosure.RESTRICTED,
        List.of(new Citation("demo", key)),
        Optional.empty(),
        body);
  }
}
