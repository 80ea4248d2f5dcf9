package org.fenceline.cli.land;

import java.util.Set;
import org.fenceline.core.land.check.LandFacts;
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
}
