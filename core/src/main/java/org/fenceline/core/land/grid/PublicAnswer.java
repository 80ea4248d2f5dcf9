package org.fenceline.core.land.grid;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.land.check.Verdict;

/**
 * What the public is told of a point.
 *
 * @param verdict the worst that was found
 * @param region the nearest region of shown cells
 * @param hazards public hazards that matter to the verdict, the nearest first
 * @param isDoubted whether there is doubt about public released ground in which the point may lie
 * @param ground the public release that covers it, where one surely does
 */
public record PublicAnswer(
    Verdict verdict,
    Optional<ToRegion> region,
    List<ToHazard> hazards,
    boolean isDoubted,
    Optional<PublicGround> ground) {

  public PublicAnswer {
    hazards = List.copyOf(hazards);
  }

  /**
   * A region seen from the point. Distances are to the edges of cells, which tell nothing of what
   * lies in them.
   *
   * @param metres how far its nearest cell is; 0 from within
   * @param azimuthDegrees in which direction, clockwise from north; 0 from within
   */
  public record ToRegion(Region region, double metres, double azimuthDegrees) {}

  /**
   * A public hazard seen from the point.
   *
   * @param metres how far its recorded place is; 0 from within
   * @param azimuthDegrees in which direction, clockwise from north; 0 from within
   */
  public record ToHazard(PublicHazard hazard, double metres, double azimuthDegrees) {}
}
