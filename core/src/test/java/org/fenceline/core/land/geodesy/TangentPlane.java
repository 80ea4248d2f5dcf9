package org.fenceline.core.land.geodesy;

import java.util.ArrayList;
import java.util.List;

/** Another way to look at the earth, for tests: from its centre, in Cartesian coordinates. */
final class TangentPlane {
  private static final double EQUATOR_METRES = 6_378_137;
  private static final double FLATTENING = 1 / 298.257223563;
  private static final double ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);

  /** Metres east and north of the point where the plane touches, and above the plane. */
  record Seen(double east, double north, double up) {}

  private final double latitude;
  private final double longitude;
  private final Seen origin;

  TangentPlane(Position at) {
    latitude = Math.toRadians(at.latitude());
    longitude = Math.toRadians(at.longitude());
    origin = fromCentre(latitude, longitude);
  }

  Seen see(double longitudeDegrees, double latitudeDegrees) {
    Seen point = fromCentre(Math.toRadians(latitudeDegrees), Math.toRadians(longitudeDegrees));
    double x = point.east - origin.east;
    double y = point.north - origin.north;
    double z = point.up - origin.up;
    double outwards = x * Math.cos(longitude) + y * Math.sin(longitude);
    return new Seen(
        y * Math.cos(longitude) - x * Math.sin(longitude),
        z * Math.cos(latitude) - outwards * Math.sin(latitude),
        z * Math.sin(latitude) + outwards * Math.cos(latitude));
  }

  /** Area of a small polygon. */
  static double areaSquareMetres(List<Position> corners) {
    TangentPlane plane = new TangentPlane(corners.getFirst());
    List<Seen> seen = new ArrayList<>();
    corners.forEach(corner -> seen.add(plane.see(corner.longitude(), corner.latitude())));
    double twice = 0;
    for (int i = 0; i < seen.size(); i++) {
      Seen a = seen.get(i);
      Seen b = seen.get((i + 1) % seen.size());
      twice += a.east * b.north - b.east * a.north;
    }
    return Math.abs(twice / 2);
  }

  /** Earth-centred coordinates: x, y and z stand as east, north and up. */
  private static Seen fromCentre(double latitude, double longitude) {
    double sine = Math.sin(latitude);
    double n = EQUATOR_METRES / Math.sqrt(1 - ECCENTRICITY_SQUARED * sine * sine);
    return new Seen(
        n * Math.cos(latitude) * Math.cos(longitude),
        n * Math.cos(latitude) * Math.sin(longitude),
        n * (1 - ECCENTRICITY_SQUARED) * sine);
  }
}
