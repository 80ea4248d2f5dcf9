package org.fenceline.core.land.traverse;

import org.fenceline.core.land.geodesy.Position;

/** How the grid lines of UTM lean against the meridians. */
final class UtmConvergence {
  // WGS 84: e'² = e²/(1 - e²), with e² = f(2 - f), f = 1/298.257223563.
  private static final double SECOND_ECCENTRICITY_SQUARED = 0.00673949674227643;
  private static final int ZONE_DEGREES = 6;
  private static final double FULL_TURN = 360;

  private UtmConvergence() {}

  /**
   * Degrees by which grid north lies east of true north.
   *
   * <p>The usual series in the longitude from the zone's middle meridian (as in DMA TM 8358.2,
   * 1989), to its fifth power: to a hundredth of a second of arc within the zone.
   */
  static double degrees(int zone, Position at) {
    double middle = ZONE_DEGREES * zone - 183;
    double east = Math.toRadians(Math.IEEEremainder(at.longitude() - middle, FULL_TURN));
    double latitude = Math.toRadians(at.latitude());
    double sine = Math.sin(latitude);
    double eastCosine = Math.pow(east * Math.cos(latitude), 2);
    double tangent2 = Math.pow(Math.tan(latitude), 2);
    double eta2 = SECOND_ECCENTRICITY_SQUARED * Math.pow(Math.cos(latitude), 2);
    double third = (1 + 3 * eta2 + 2 * eta2 * eta2) / 3;
    double fifth = (2 - tangent2) / 15;
    return Math.toDegrees(east * sine * (1 + eastCosine * third + eastCosine * eastCosine * fifth));
  }
}
