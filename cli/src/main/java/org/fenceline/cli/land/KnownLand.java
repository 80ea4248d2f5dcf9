package org.fenceline.cli.land;

import java.util.Set;
import java.util.stream.Collectors;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.land.check.LandFacts;
import org.fenceline.core.land.check.PublicFacts;
import org.fenceline.core.land.grid.PublicLayer;
import org.fenceline.core.land.grid.TooManyCells;
import org.fenceline.store.Reading;

/** Reads out of a register what bears on where it is dangerous. */
public final class KnownLand {
  private static final Set<String> KINDS =
      Set.of(
          "minefield",
          "hazard",
          "area-of-concern",
          "release",
          "device",
          "accident",
          "find",
          "find-decision",
          "quality-inspection",
          "corrective-action",
          "settings");

  private KnownLand() {}

  /** What bears on safety, folded into a map. */
  public static LandFacts.Known of(Reading reading) {
    return LandFacts.of(
        reading.threads(KINDS), reading.provenAuthors(), reading.identity().origin());
  }

  /**
   * The same for the public: what everybody may read, and the rest as cells.
   *
   * @param option what asked for it, for the complaint that a hazard is too large for it
   */
  public static PublicLayer publicLayer(PublicFacts facts, String option) {
    try {
      return PublicLayer.of(facts);
    } catch (TooManyCells e) {
      RefusedRequest refused =
          new RefusedRequest(
              new Problem(
                  "check.too-large",
                  Place.ofField(option),
                  String.valueOf(e.getMessage()),
                  "a hazard of that size is a slip; correct it, until then there is no layer"));
      refused.initCause(e);
      throw refused;
    }
  }

  /** What the public layer is made of. */
  public static PublicFacts publicFacts(Reading reading) {
    return publicFactsAt(reading, reading.size());
  }

  /** What the public layer was made of when the log had a size. */
  public static PublicFacts publicFactsAt(Reading reading, long size) {
    Set<EntryRef> readable =
        reading.publicEntriesAt(size).stream()
            .map(Logged::ref)
            .collect(Collectors.toUnmodifiableSet());
    return LandFacts.forPublic(
        reading.threadsAt(size, KINDS),
        reading.provenAuthorsAt(size),
        reading.identity().origin(),
        entry -> readable.contains(entry.ref()));
  }
}
