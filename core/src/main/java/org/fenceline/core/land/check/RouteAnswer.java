package org.fenceline.core.land.check;

import java.util.List;
import org.fenceline.core.land.geodesy.Position;

/**
 * What is said of a way: the worst of all its points, and by stretches.
 *
 * @param worst the worst
 * @param lengthMetres how long the way is
 * @param stretches one after another, each of one verdict
 */
public record RouteAnswer(Verdict worst, double lengthMetres, List<Stretch> stretches) {

  /**
   * A part of the way of which one thing is said. Its ends are right to {@link
   * RouteCheck#STEP_METRES}, on the side of danger.
   *
   * @param verdict what is said
   * @param fromMetres where it begins, along the way
   * @param untilMetres where it ends
   * @param from the place where it begins
   * @param reasons why, as at its first point
   */
  public record Stretch(
      Verdict verdict, double fromMetres, double untilMetres, Position from, List<Reason> reasons) {
    public Stretch {
      reasons = List.copyOf(reasons);
    }
  }

  public RouteAnswer {
    stretches = List.copyOf(stretches);
  }
}
