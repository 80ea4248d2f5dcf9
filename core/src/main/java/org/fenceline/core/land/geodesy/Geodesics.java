package org.fenceline.core.land.geodesy;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;

/** Ways along geodesics of WGS 84: how far, in which direction, and where to. */
public final class Geodesics {
  private static final double FULL_TURN = 360;

  private Geodesics() {}

  /** Metres of the shortest way. */
  public static double distanceMetres(Position from, Position to) {
    return inverse(from, to, GeodesicMask.DISTANCE).s12;
  }

  /** The shortest way. */
  public static Course course(Position from, Position to) {
    GeodesicData way = inverse(from, to, GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH);
    return new Course(way.s12, turn(way.azi1), turn(way.azi2));
  }

  /**
   * Where one comes to from a position, walking straight on.
   *
   * @param azimuth degrees clockwise from true north, any finite number
   * @param metres finite; less than 0 is backwards
   */
  public static Arrival arrival(Position from, double azimuth, double metres) {
    if (!Double.isFinite(azimuth) || !Double.isFinite(metres)) {
      throw new IllegalArgumentException(
          "an azimuth of " + azimuth + " degrees and " + metres + " m lead nowhere");
    }
    GeodesicData way = Geodesic.WGS84.Direct(from.latitude(), from.longitude(), azimuth, metres);
    return new Arrival(Position.ofDegrees(way.lon2, way.lat2), turn(way.azi2));
  }

  /** The same direction from 0 to less than 360 degrees. */
  public static double turn(double azimuth) {
    double rest = azimuth % FULL_TURN;
    double turned = rest < 0 ? rest + FULL_TURN : rest;
    // A tiny negative rest rounds up to the full turn; and no negative zero.
    return turned >= FULL_TURN ? 0 : turned + 0.0;
  }

  static GeodesicData inverse(Position from, Position to, int wanted) {
    return Geodesic.WGS84.Inverse(
        from.latitude(), from.longitude(), to.latitude(), to.longitude(), wanted);
  }
}
