package org.fenceline.core.land.geodesy;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.Gnomonic;
import net.sf.geographiclib.GnomonicData;

/**
 * Tells of many small pieces of ground which of them a footprint comes near.
 *
 * <p>(1) Lines are cut once into steps that stay short. (2) For each piece of ground, the steps
 * that are not far north or south of it are laid on a plane by the gnomonic projection about its
 * middle, on which geodesics are straight and lengths right to one part in 100,000 within 20 km,
 * never too short. (3) Where no line comes near, the ground is inside an area or outside, and
 * {@link Perimeter#contains} tells. Where {@link Footprint#distanceMetres} measures from one place,
 * this measures from ground, in microseconds a step.
 */
public final class Reach {
  /** Longer steps are cut: so that each stays near its ends. */
  private static final double LONGEST_STEP_METRES = 10_000;

  /** Farther than that nothing is near any more. */
  public static final double FARTHEST_METRES = 500_000;

  private static final double EARTH_RADIUS_METRES = 6_356_000;
  private static final double ROUNDING_METRES = 0.001;
  // No shorter anywhere: 110,574 m at the equator.
  private static final double SHORTEST_DEGREE_METRES = 110_500;

  private final Gnomonic projection = new Gnomonic(Geodesic.WGS84);
  private final List<Perimeter> areas;
  private final List<List<Position>> lines = new ArrayList<>();
  private final Position middle;
  private final double radiusMetres;

  private Reach(Footprint footprint) {
    this.areas = footprint.areas();
    this.middle = footprint.middle();
    this.radiusMetres =
        footprint.corners().stream()
            .mapToDouble(corner -> Geodesics.distanceMetres(middle, corner))
            .max()
            .orElse(0);
    footprint.places().forEach(place -> lines.add(List.of(place, place)));
    footprint.lines().forEach(line -> lines.add(steps(List.of(line))));
    for (Perimeter area : areas) {
      lines.add(steps(area.outer().edges()));
      area.holes().forEach(hole -> lines.add(steps(hole.edges())));
    }
  }

  /**
   * Prepares to measure from a footprint.
   *
   * @param footprint with at least one place, line or area
   */
  public static Reach of(Footprint footprint) {
    return new Reach(footprint);
  }

  private static List<Position> steps(List<Segment> edges) {
    List<Position> along = new ArrayList<>();
    along.add(edges.getFirst().from());
    for (Segment edge : edges) {
      Course course = Geodesics.course(edge.from(), edge.to());
      int steps = (int) Math.ceil(course.metres() / LONGEST_STEP_METRES);
      for (int i = 1; i < steps; i++) {
        along.add(
            Geodesics.arrival(edge.from(), course.azimuthAtStart(), course.metres() * i / steps)
                .position());
      }
      along.add(edge.to());
    }
    return along;
  }

  /**
   * Whether some part of the footprint lies in a piece of ground or within some metres of it; in
   * doubt, by a few millimetres, it does.
   *
   * @param outline corners round the ground, which is some kilometres wide at most
   * @param metres at most {@link #FARTHEST_METRES}
   */
  public boolean comesWithin(List<Position> outline, double metres) {
    if (metres > FARTHEST_METRES) {
      throw new IllegalArgumentException(metres + " m is farther than this plane is true");
    }
    Position about = Middle.of(outline);
    Shape ground = new Shape(outline.stream().map(corner -> onPlane(about, corner)).toList());
    double wide = ground.radius() + metres;
    // No edge bulges out of the circle round its corners by more than a part of its length.
    if (radiusMetres <= RingFlaws.WIDEST_METRES
        && Geodesics.distanceMetres(middle, about) > 1.01 * radiusMetres + 1 + wide) {
      return false;
    }
    // The plane stretches lengths, and by less than this.
    double stretch = 1 + 2 * Math.pow(wide / EARTH_RADIUS_METRES, 2);
    double limit = metres * stretch + ROUNDING_METRES;
    double reachDegrees = (wide + LONGEST_STEP_METRES) / SHORTEST_DEGREE_METRES;
    for (List<Position> line : lines) {
      if (comesWithin(line, about, ground, limit, reachDegrees)) {
        return true;
      }
    }
    return areas.stream().anyMatch(area -> area.contains(about));
  }

  private boolean comesWithin(
      List<Position> line, Position about, Shape ground, double limit, double reachDegrees) {
    Spot last = Spot.NONE;
    for (Position corner : line) {
      // A step too far in latitude at its beginning and its end is too far all along.
      Spot next =
          Math.abs(corner.latitude() - about.latitude()) > reachDegrees
              ? Spot.NONE
              : onPlane(about, corner);
      if (last.isThere() && next.isThere() && ground.isWithin(last, next, limit)) {
        return true;
      }
      last = next;
    }
    return false;
  }

  private Spot onPlane(Position middle, Position corner) {
    GnomonicData at =
        projection.Forward(
            middle.latitude(), middle.longitude(), corner.latitude(), corner.longitude());
    return new Spot(at.x, at.y);
  }

  /** A point of the plane; not a number beyond the horizon. */
  private record Spot(double x, double y) {
    static final Spot NONE = new Spot(Double.NaN, Double.NaN);

    boolean isThere() {
      return Double.isFinite(x) && Double.isFinite(y);
    }

    /** How far it is from the stretch between two others. */
    double metresFrom(Spot a, Spot b) {
      double dx = b.x - a.x;
      double dy = b.y - a.y;
      double squared = dx * dx + dy * dy;
      double along =
          squared == 0 ? 0 : Math.clamp(((x - a.x) * dx + (y - a.y) * dy) / squared, 0, 1);
      return Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
    }

    /** On which side of the stretch between two others it lies: above 0 on the left. */
    double side(Spot a, Spot b) {
      return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
    }
  }

  /** A piece of ground on the plane. */
  private record Shape(List<Spot> corners) {
    double radius() {
      return corners.stream().mapToDouble(spot -> Math.hypot(spot.x, spot.y)).max().orElse(0);
    }

    boolean isWithin(Spot from, Spot to, double limit) {
      Spot before = corners.getLast();
      boolean isInside = false;
      for (Spot corner : corners) {
        if (from.metresFrom(before, corner) <= limit
            || corner.metresFrom(from, to) <= limit
            || to.metresFrom(before, corner) <= limit
            || cross(from, to, before, corner)) {
          return true;
        }
        if ((corner.y > from.y) != (before.y > from.y)
            && from.x
                < (before.x - corner.x) * (from.y - corner.y) / (before.y - corner.y) + corner.x) {
          isInside = !isInside;
        }
        before = corner;
      }
      return isInside;
    }

    private static boolean cross(Spot a, Spot b, Spot c, Spot d) {
      return a.side(c, d) * b.side(c, d) <= 0 && c.side(a, b) * d.side(a, b) <= 0;
    }
  }
}
