package org.fenceline.core.land.check;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.LandRelease;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;

/**
 * Ground that an endorsed release covers.
 *
 * @param entry the release
 * @param release what it says
 * @param part the part of it
 * @param areas where
 * @param accuracyMetres how far off that may be
 * @param doubts what came up about it later; empty when nothing did
 */
public record SurveyedGround(
    Logged entry,
    LandRelease release,
    LandRelease.Part part,
    List<Perimeter> areas,
    double accuracyMetres,
    List<Doubt> doubts) {

  public SurveyedGround {
    areas = List.copyOf(areas);
    doubts = List.copyOf(doubts);
  }

  /** Whether a position lies in it, and so far from its bounds that no error takes it out. */
  public boolean surelyHolds(Position position, double positionAccuracyMetres) {
    double clearance = accuracyMetres + positionAccuracyMetres;
    return areas.stream().anyMatch(area -> area.holds(position, clearance));
  }

  /** The same ground with what came up about it. */
  SurveyedGround doubted(List<Doubt> events, List<Doubt> faults) {
    List<Doubt> all = new ArrayList<>(events);
    all.addAll(faults);
    return new SurveyedGround(entry, release, part, areas, accuracyMetres, all);
  }
}
