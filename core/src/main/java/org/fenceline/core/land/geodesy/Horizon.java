package org.fenceline.core.land.geodesy;

/**
 * The plane that touches the earth at a position, and what lengths on it say of lengths on the
 * earth.
 *
 * <p>Whatever is near is dropped onto the plane, square to it (orthographic projection), from its
 * earth-centred coordinates. Three bounds hold for the geodesics of WGS 84, whose curvature is
 * nowhere more than κ = 1/6,335,439 m (along the meridian at the equator) and nowhere less than
 * 0.989 κ (at the poles):
 *
 * <ol>
 *   <li>A geodesic of length s from the position ends at s·(1 - (κs)²/6) ≤ h from it on the plane,
 *       for its tangent leaves the plane by at most κ a metre.
 *   <li>h ≤ s·(1 - 0.97 (κs)²/6) as far as {@link #FARTHEST_METRES}, for it leaves it by at least
 *       that much.
 *   <li>The image of an edge of length L, no part of it farther than D, bends from a straight line
 *       by at most κ²·D·L²/8: a geodesic bends along the normal of the surface alone, and of that
 *       normal the plane sees κ·D at most.
 * </ol>
 */
public final class Horizon {
  /** As far as that the bounds hold: a tenth of the earth's radius. */
  public static final double FARTHEST_METRES = 630_000;

  /** The largest curvature of WGS 84, in 1/m. */
  public static final double CURVATURE = 1 / 6_335_439.0;

  private static final double SIXTH = CURVATURE * CURVATURE / 6;
  // To be on the safe side of the next term of each series, which is below (κs)⁴/20.
  private static final double AT_LEAST = 0.97 * SIXTH;
  private static final double AT_MOST = 1.01 * SIXTH;
  // 1.05: lengths on the plane are a little shorter than those that the bound speaks of.
  private static final double BEND = 1.05 * CURVATURE * CURVATURE / 8;

  private static final int STEPS = 4;

  private final Cartesian about;
  private final double sinLongitude;
  private final double cosLongitude;
  private final double sinLatitude;
  private final double cosLatitude;

  private Horizon(Position position) {
    double longitude = Math.toRadians(position.longitude());
    double latitude = Math.toRadians(position.latitude());
    this.sinLongitude = Math.sin(longitude);
    this.cosLongitude = Math.cos(longitude);
    this.sinLatitude = Math.sin(latitude);
    this.cosLatitude = Math.cos(latitude);
    this.about = Cartesian.of(sinLongitude, cosLongitude, sinLatitude, cosLatitude);
  }

  /** The plane at a position. */
  public static Horizon of(Position position) {
    return new Horizon(position);
  }

  /** The position, earth-centred. */
  public Cartesian about() {
    return about;
  }

  /** Metres to the east, on the plane, of a point that is so many metres away along each axis. */
  public double east(double dx, double dy) {
    return cosLongitude * dy - sinLongitude * dx;
  }

  /** Metres to the north, on the plane, of a point that is so many metres away along each axis. */
  public double north(double dx, double dy, double dz) {
    return cosLatitude * dz - sinLatitude * (cosLongitude * dx + sinLongitude * dy);
  }

  /**
   * The position on the earth under a point of the plane, this side of the horizon and within
   * {@link #FARTHEST_METRES}: found by sinking a point until it lies on the ellipsoid.
   */
  public Position position(double east, double north) {
    double sunk = 0;
    for (int i = 0; i < STEPS; i++) {
      Cartesian point = at(east, north, sunk);
      double above = point.beyondEllipsoid();
      double slope = point.slopeOfEllipsoid(upX(), upY(), sinLatitude);
      sunk += above / slope;
    }
    Cartesian point = at(east, north, sunk);
    return Position.ofDegrees(point.longitude(), point.latitude());
  }

  private Cartesian at(double east, double north, double sunk) {
    return new Cartesian(
        about.x() - sinLongitude * east - sinLatitude * cosLongitude * north - upX() * sunk,
        about.y() + cosLongitude * east - sinLatitude * sinLongitude * north - upY() * sunk,
        about.z() + cosLatitude * north - sinLatitude * sunk);
  }

  private double upX() {
    return cosLatitude * cosLongitude;
  }

  private double upY() {
    return cosLatitude * sinLongitude;
  }

  /** Metres along a geodesic at least, where there are so many on the plane. */
  public static double atLeast(double planeMetres) {
    return planeMetres * (1 + AT_LEAST * planeMetres * planeMetres);
  }

  /** Metres along a geodesic at most, where there are so many on the plane. */
  public static double atMost(double planeMetres) {
    double squared = planeMetres * planeMetres;
    return planeMetres * (1 + AT_MOST * squared * (1 + SIXTH * 6 * squared));
  }

  /**
   * Metres by which the image of an edge may bend from a straight line.
   *
   * @param farMetres how far its farther end is on the plane
   * @param squaredLength the square of its length on the plane
   */
  public static double bend(double farMetres, double squaredLength) {
    return BEND * farMetres * squaredLength;
  }
}
