package org.fenceline.core.land.grid;

import java.util.List;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;

/**
 * Ground that an endorsed public release covers.
 *
 * @param release what the release is called
 * @param areas where
 * @param accuracyMetres how far off that may be
 * @param isDoubted whether something came up about it later
 */
public record PublicGround(
    String release, List<Perimeter> areas, double accuracyMetres, boolean isDoubted) {

  public PublicGround {
    areas = List.copyOf(areas);
  }

  /** Whether a position lies in it, and so far from its bounds that no error takes it out. */
  boolean surelyHolds(Position position, double positionAccuracyMetres) {
    double clearance = accuracyMetres + positionAccuracyMetres;
    return areas.stream().anyMatch(area -> area.holds(position, clearance));
  }
}
