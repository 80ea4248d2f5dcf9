package org.fenceline.core.land.geodesy;

import java.util.List;

/** A point amid others, wherever on the earth they lie: the direction of the sum of theirs. */
final class Middle {
  // A sum shorter than this a corner has no direction worth the name: the corners surround the
  // earth.
  private static final double SHORTEST = 1e-6;

  private Middle() {}

  static Position of(List<Position> corners) {
    double x = 0;
    double y = 0;
    double z = 0;
    for (Position corner : corners) {
      double latitude = Math.toRadians(corner.latitude());
      double longitude = Math.toRadians(corner.longitude());
      x += Math.cos(latitude) * Math.cos(longitude);
      y += Math.cos(latitude) * Math.sin(longitude);
      z += Math.sin(latitude);
    }
    if (Math.hypot(Math.hypot(x, y), z) < SHORTEST * corners.size()) {
      return corners.getFirst();
    }
    return Position.ofDegrees(
        Math.toDegrees(Math.atan2(y, x)), Math.toDegrees(Math.atan2(z, Math.hypot(x, y))));
  }
}
