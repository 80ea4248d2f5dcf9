package org.fenceline.core.land.mined;

import java.util.List;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Ring;

/**
 * A small ring on a plane: degrees from its first corner, turned into metres by the latitude of
 * that corner. Its edges there are straight where the real ones are geodesics; how far the two can
 * lie apart is known, and nearer to an edge than that it says {@link #UNSURE}.
 *
 * <p>Why that suffices: between a straight edge and its geodesic, which share their ends, the one
 * can be drawn over to the other without leaving the strip in which the position is not. So both
 * wind round the position alike.
 */
final class PlaneRing {
  /** The plane cannot tell; no ring winds so often. */
  static final int UNSURE = Integer.MIN_VALUE;

  private static final double METRES_A_DEGREE = 111_320;
  private static final double EARTH_RADIUS_METRES = 6_356_000;
  // Beyond these the plane is not flat enough; some 20 km, and short of the poles.
  private static final double WIDEST_DEGREES = 0.2;
  private static final double NORTHERNMOST_DEGREES = 75;
  // A millimetre counts as on the line (Perimeter.contains); positions are rounded to a tenth.
  private static final double ON_LINE_METRES = 0.002;

  private final Position origin;
  private final double metresALongitude;
  private final double[] east;
  private final double[] north;
  private final double[] doubtMetres;

  private PlaneRing(Position origin, List<Position> corners) {
    this.origin = origin;
    this.metresALongitude = METRES_A_DEGREE * Math.cos(Math.toRadians(origin.latitude()));
    this.east = corners.stream().mapToDouble(this::east).toArray();
    this.north = corners.stream().mapToDouble(this::north).toArray();
    this.doubtMetres = new double[east.length];
    for (int i = 0; i < east.length; i++) {
      doubtMetres[i] = doubt(before(i), i);
    }
  }

  /** A ring; one that is too wide for a plane is always unsure. */
  static PlaneRing of(Ring ring) {
    Position origin = ring.corners().getFirst();
    boolean isSmall =
        Math.abs(origin.latitude()) <= NORTHERNMOST_DEGREES
            && ring.corners().stream()
                .allMatch(corner ->
                    Math.abs(eastDegrees(origin, corner)) <= WIDEST_DEGREES
                        && Math.abs(corner.latitude() - origin.latitude()) <= WIDEST_DEGREES);
    return new PlaneRing(origin, isSmall ? ring.corners() : List.of());
  }

  private static double eastDegrees(Position origin, Position position) {
    // The short way round: 180 degrees are no edge.
    double degrees = position.longitude() - origin.longitude();
    return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees;
  }

  private double east(Position position) {
    return eastDegrees(origin, position) * metresALongitude;
  }

  private double north(Position position) {
    return (position.latitude() - origin.latitude()) * METRES_A_DEGREE;
  }

  private int before(int corner) {
    return (corner == 0 ? east.length : corner) - 1;
  }

  /**
   * How far a geodesic can lie from the straight edge. On this plane it bends by no more than
   * 2·tan(latitude)/R a metre, and an arc of that bend and length L stands off its chord by
   * L²·tan(latitude)/(4·R); that is doubled, and one is added to the tangent for the ellipsoid and
   * the equator.
   */
  private double doubt(int from, int to) {
    double length = Math.hypot(east[to] - east[from], north[to] - north[from]);
    double bend = 1 + Math.tan(Math.toRadians(Math.abs(origin.latitude()) + WIDEST_DEGREES));
    return ON_LINE_METRES + length * length * bend / (2 * EARTH_RADIUS_METRES);
  }

  /** How often it winds round a position, counter-clockwise counted above 0, or {@link #UNSURE}. */
  int turns(Position position) {
    if (east.length == 0) {
      return UNSURE;
    }
    double x = east(position);
    double y = north(position);
    int turns = 0;
    for (int i = 0; i < east.length; i++) {
      int last = before(i);
      double edgeEast = east[i] - east[last];
      double edgeNorth = north[i] - north[last];
      double offEast = x - east[last];
      double offNorth = y - north[last];
      double square = edgeEast * edgeEast + edgeNorth * edgeNorth;
      double along =
          square == 0
              ? 0
              : Math.clamp((offEast * edgeEast + offNorth * edgeNorth) / square, 0.0, 1.0);
      double awayEast = offEast - along * edgeEast;
      double awayNorth = offNorth - along * edgeNorth;
      if (awayEast * awayEast + awayNorth * awayNorth <= doubtMetres[i] * doubtMetres[i]) {
        return UNSURE;
      }
      boolean isLeft = edgeEast * offNorth - edgeNorth * offEast > 0;
      if (north[last] <= y && north[i] > y && isLeft) {
        turns++;
      } else if (north[last] > y && north[i] <= y && !isLeft) {
        turns--;
      }
    }
    return turns;
  }
}
