package org.fenceline.core.land.geodesy;

/**
 * A point in metres from the centre of the earth (earth-centred, earth-fixed, WGS 84): x towards 0°
 * N 0° E, y towards 0° N 90° E, z towards the north pole. Poles and the antimeridian are places
 * like others.
 */
public record Cartesian(double x, double y, double z) {
  private static final double EQUATOR_METRES = 6_378_137;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
  private static final double POLE_METRES = EQUATOR_METRES * (1 - FLATTENING);
  private static final double EQUATOR_SQUARED = EQUATOR_METRES * EQUATOR_METRES;
  private static final double POLE_SQUARED = POLE_METRES * POLE_METRES;
  private static final double SECOND_ECCENTRICITY_SQUARED =
      ECCENTRICITY_SQUARED / (1 - ECCENTRICITY_SQUARED);

  /** A position on the ellipsoid. */
  public static Cartesian of(Position position) {
    double longitude = Math.toRadians(position.longitude());
    double latitude = Math.toRadians(position.latitude());
    return of(Math.sin(longitude), Math.cos(longitude), Math.sin(latitude), Math.cos(latitude));
  }

  static Cartesian of(
      double sinLongitude, double cosLongitude, double sinLatitude, double cosLatitude) {
    double normal =
        EQUATOR_METRES / Math.sqrt(1 - ECCENTRICITY_SQUARED * sinLatitude * sinLatitude);
    return new Cartesian(
        normal * cosLatitude * cosLongitude,
        normal * cosLatitude * sinLongitude,
        normal * (1 - ECCENTRICITY_SQUARED) * sinLatitude);
  }

  /** The straight way, through the earth. */
  public double metresTo(Cartesian other) {
    double dx = other.x - x;
    double dy = other.y - y;
    double dz = other.z - z;
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /** A point of the straight way to another: 0 is this, 1 is that. */
  Cartesian towards(Cartesian other, double part) {
    return new Cartesian(
        x + part * (other.x - x), y + part * (other.y - y), z + part * (other.z - z));
  }

  /** Nothing on the ellipsoid, more than that above it: x²/a² + y²/a² + z²/b² - 1. */
  double beyondEllipsoid() {
    return (x * x + y * y) / EQUATOR_SQUARED + z * z / POLE_SQUARED - 1;
  }

  /** How fast {@link #beyondEllipsoid} grows for a metre in a direction. */
  double slopeOfEllipsoid(double alongX, double alongY, double alongZ) {
    return 2 * (x * alongX + y * alongY) / EQUATOR_SQUARED + 2 * z * alongZ / POLE_SQUARED;
  }

  /** Degrees east of Greenwich. */
  double longitude() {
    return Math.toDegrees(Math.atan2(y, x));
  }

  /**
   * Degrees north of the place on the ellipsoid that is above or below this point, some kilometres
   * from it at most (Bowring, Transformation from spatial to geographical coordinates, Survey
   * Review 23, 1976; one step is right to less than a micrometre there).
   */
  double latitude() {
    double fromAxis = Math.hypot(x, y);
    double parametric = Math.atan2(z * EQUATOR_METRES, fromAxis * POLE_METRES);
    double sin = Math.sin(parametric);
    double cos = Math.cos(parametric);
    return Math.toDegrees(
        Math.atan2(
            z + SECOND_ECCENTRICITY_SQUARED * POLE_METRES * sin * sin * sin,
            fromAxis - ECCENTRICITY_SQUARED * EQUATOR_METRES * cos * cos * cos));
  }
}
