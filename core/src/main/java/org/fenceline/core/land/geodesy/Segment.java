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
