package org.fenceline.core.land.geodesy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.Gnomonic;
import net.sf.geographiclib.GnomonicData;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;

/**
 * Where a ring meets itself.
 *
 * <p>(1) The corners are laid on a plane by the gnomonic projection about the ring's middle, on
 * which geodesics are straight but for 0.2 mm in a ring 100 km wide, 2 m in one of 1,000 km (Karney
 * 2013, section 8). (2) Steps are taken from west to east of that plane, each held against those
 * that are not yet passed. (3) JTS decides by exact signs which of them meet; two neighbours must
 * do so in their common corner alone.
 */
final class Crossings {

  /** One step on the plane. */
  private record Step(int place, int corner, Coordinate from, Coordinate to) {
    double west() {
      return Math.min(from.x, to.x);
    }

    double east() {
      return Math.max(from.x, to.x);
    }
  }

  private final Gnomonic projection = new Gnomonic(Geodesic.WGS84);
  private final LineIntersector intersector = new RobustLineIntersector();
  private final Position middle;
  private final List<RingFlaw> found = new ArrayList<>();

  private Crossings(Position middle) {
    this.middle = middle;
  }

  /**
   * Crossings of the ring through some of these corners.
   *
   * @param kept numbers of the corners that are not the same place as the one before
   */
  static List<RingFlaw> of(List<Position> corners, List<Integer> kept, Position middle) {
    Crossings crossings = new Crossings(middle);
    crossings.look(crossings.steps(corners, kept));
    return crossings.found;
  }

  private List<Step> steps(List<Position> corners, List<Integer> kept) {
    List<Coordinate> onPlane = kept.stream().map(corner -> onPlane(corners.get(corner))).toList();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < onPlane.size(); i++) {
      steps.add(new Step(i, kept.get(i), onPlane.get(i), onPlane.get((i + 1) % onPlane.size())));
    }
    return steps;
  }

  private Coordinate onPlane(Position corner) {
    GnomonicData at =
        projection.Forward(
            middle.latitude(), middle.longitude(), corner.latitude(), corner.longitude());
    return new Coordinate(at.x, at.y);
  }

  private void look(List<Step> steps) {
    List<Step> fromWest = steps.stream().sorted(Comparator.comparingDouble(Step::west)).toList();
    List<Step> open = new ArrayList<>();
    for (Step step : fromWest) {
      open.removeIf(passed -> passed.east() < step.west());
      for (Step other : open) {
        if (meet(step, other, steps.size())) {
          if (found.size() == RingFlaws.MOST_CROSSINGS) {
            found.add(new RingFlaw.MoreCrossings());
            return;
          }
          found.add(crossing(step, other));
        }
      }
      open.add(step);
    }
  }

  private boolean meet(Step a, Step b, int steps) {
    intersector.computeIntersection(a.from, a.to, b.from, b.to);
    int apart = Math.abs(a.place - b.place);
    boolean neighbours = apart == 1 || apart == steps - 1;
    return neighbours
        ? intersector.getIntersectionNum() == LineIntersector.COLLINEAR_INTERSECTION
        : intersector.hasIntersection();
  }

  private RingFlaw crossing(Step a, Step b) {
    Coordinate at = intersector.getIntersection(0);
    GnomonicData place = projection.Reverse(middle.latitude(), middle.longitude(), at.x, at.y);
    return new RingFlaw.SelfCrossing(
        Math.min(a.corner, b.corner),
        Math.max(a.corner, b.corner),
        Position.ofDegrees(place.lon, place.lat));
  }
}
