package org.fenceline.core.land.geodesy;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import net.sf.geographiclib.GeodesicMask;

/**
 * A straight edge: the shortest geodesic between two positions.
 *
 * @param from where it begins
 * @param to where it ends
 */
public record Segment(Position from, Position to) {
  // Between the foot and a step short of it by e, the distance d changes by less than e²/d.
  private static final double STEP_METRES = 1e-6;
  // Each step squares what is left; from across the earth six suffice.
  private static final int STEPS = 30;
  private static final double SHORT_METRES = 10_000;
  private static final double NEAR_METRES = 20_000;

  private static final int LINE =
      GeodesicMask.LATITUDE
          | GeodesicMask.LONGITUDE
          | GeodesicMask.AZIMUTH
          | GeodesicMask.DISTANCE
          | GeodesicMask.DISTANCE_IN;
  private static final int LOOK =
      GeodesicMask.DISTANCE
          | GeodesicMask.AZIMUTH
          | GeodesicMask.REDUCEDLENGTH
          | GeodesicMask.GEODESICSCALE;

  public double lengthMetres() {
    return Geodesics.distanceMetres(from, to);
  }

  /**
   * Metres from a position to the nearest point of this edge, right to 1 mm as far as a quarter of
   * the earth.
   */
  public double distanceMetres(Position position) {
    return nearest(position).metres();
  }

  /** The point of this edge that is nearest to a position. */
  public Nearest nearest(Position position) {
    Cartesian start = Cartesian.of(from);
    Cartesian end = Cartesian.of(to);
    Horizon plane = Horizon.of(position);
    return start.metresTo(end) <= SHORT_METRES
            && start.metresTo(plane.about()) <= NEAR_METRES
            && end.metresTo(plane.about()) <= NEAR_METRES
        ? nearby(position, plane, start, end)
        : farther(position);
  }

  /**
   * The foot of the position on the straight line between the ends, on the plane that touches the
   * earth there, is within millimetres along the edge the foot on the geodesic; and the straight
   * way through the earth lies within 0.1 mm below a geodesic as short as this.
   */
  private Nearest nearby(Position position, Horizon plane, Cartesian start, Cartesian end) {
    Cartesian about = plane.about();
    double east = plane.east(start.x() - about.x(), start.y() - about.y());
    double north = plane.north(start.x() - about.x(), start.y() - about.y(), start.z() - about.z());
    double alongEast = plane.east(end.x() - start.x(), end.y() - start.y());
    double alongNorth = plane.north(end.x() - start.x(), end.y() - start.y(), end.z() - start.z());
    double squared = alongEast * alongEast + alongNorth * alongNorth;
    double part = squared == 0 ? 0 : -(east * alongEast + north * alongNorth) / squared;
    if (part <= 0 || part >= 1) {
      Position at = part <= 0 ? from : to;
      return new Nearest(Geodesics.distanceMetres(position, at), at);
    }
    Cartesian foot = start.towards(end, part);
    double longitude = foot.longitude();
    double latitude = foot.latitude();
    double metres =
        Geodesic.WGS84.Inverse(
                position.latitude(),
                position.longitude(),
                latitude,
                longitude,
                GeodesicMask.DISTANCE)
            .s12;
    return new Nearest(metres, Position.ofDegrees(longitude, latitude));
  }

  private Nearest farther(Position position) {
    Nearest atEnds =
        new Nearest(Geodesics.distanceMetres(position, from), from)
            .or(new Nearest(Geodesics.distanceMetres(position, to), to));
    double length = lengthMetres();
    return length == 0 ? atEnds : atFoot(position, length, atEnds);
  }

  /**
   * Newton's way to the point whose direction to the position is square to the edge. On a sphere
   * one step would do (Napier's rule); the reduced length and the scale of the geodesic make it one
   * on the ellipsoid too, but for what the next steps take away.
   */
  private Nearest atFoot(Position position, double length, Nearest atEnds) {
    GeodesicLine line =
        Geodesic.WGS84.InverseLine(
            from.latitude(), from.longitude(), to.latitude(), to.longitude(), LINE);
    double radius = Geodesic.WGS84.EquatorialRadius();
    double along = length / 2;
    Nearest nearest = atEnds;
    for (int i = 0; i < STEPS; i++) {
      GeodesicData at = line.Position(along, LINE);
      GeodesicData look =
          Geodesic.WGS84.Inverse(at.lat2, at.lon2, position.latitude(), position.longitude(), LOOK);
      if (look.s12 < nearest.metres()) {
        nearest = new Nearest(look.s12, Position.ofDegrees(at.lon2, at.lat2));
      }
      double ahead = Math.cos(Math.toRadians(look.azi1 - at.azi2));
      double step = radius * Math.atan2(look.m12 / radius * ahead, look.M12);
      double next = Math.clamp(along + step, 0, length);
      if (Math.abs(next - along) < STEP_METRES) {
        return nearest;
      }
      along = next;
    }
    return nearest;
  }
}
