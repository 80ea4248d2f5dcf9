package org.fenceline.core.land.geodesy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random places and rings for tests; the awkward ones (poles, antimeridian) come often. */
public final class Drawn {
  private Drawn() {}

  public static Position position(SplittableRandom random) {
    double longitude = random.nextInt(4) == 0 ? near(180, random) : random.nextDouble(-180, 180);
    double latitude =
        switch (random.nextInt(8)) {
          case 0 -> near(90, random);
          case 1 -> near(0, random);
          default -> Math.toDegrees(Math.asin(random.nextDouble(-1, 1)));
        };
    return Position.ofDegrees(longitude, latitude);
  }

  /** At most a hundredth of a degree from a value or its negative; often the value itself. */
  private static double near(double degrees, SplittableRandom random) {
    double off = random.nextInt(3) == 0 ? 0 : random.nextDouble(0.01);
    return (random.nextBoolean() ? 1 : -1) * (degrees == 0 ? off : degrees - off);
  }

  /** From a lower to an upper bound, each order of magnitude as often as another. */
  public static double metres(SplittableRandom random, double from, double to) {
    return from * Math.pow(to / from, random.nextDouble());
  }

  /** Corners all round a middle, so that the ring does not cross itself; either direction. */
  public static Ring star(SplittableRandom random, Position middle, double radiusMetres) {
    int corners = random.nextInt(3, 20);
    List<Position> drawn = new ArrayList<>();
    double first = random.nextDouble(360);
    for (int i = 0; i < corners; i++) {
      double azimuth = first + (i + random.nextDouble(0.8)) * 360.0 / corners;
      drawn.add(
          Geodesics.arrival(middle, azimuth, radiusMetres * random.nextDouble(0.2, 1)).position());
    }
    return Ring.through(random.nextBoolean() ? drawn : drawn.reversed());
  }

  /** Corners anywhere: such a ring mostly crosses itself. */
  public static Ring scribble(SplittableRandom random, Position middle, double radiusMetres) {
    List<Position> corners = new ArrayList<>();
    int count = random.nextInt(3, 9);
    for (int i = 0; i < count; i++) {
      corners.add(
          Geodesics.arrival(middle, random.nextDouble(360), radiusMetres * random.nextDouble())
              .position());
    }
    return Ring.through(corners);
  }
}
