package org.fenceline.bench.land;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Ring;
import org.fenceline.core.land.nearby.NearbyIndex;

/** Random shapes and points in the exercise country. */
final class Hazards {
  private static final double WEST = -26;
  private static final double SOUTH = 48;
  private static final double WIDTH = 6;
  private static final double HEIGHT = 5;
  private static final double METRES_A_DEGREE = 111_200;
  private static final double NEAR_METRES = 500;

  private Hazards() {}

  /** Rings of corners, longitude and latitude; each star-shaped, with so many corners. */
  static List<double[][]> rings(long count, int fewestCorners, int mostCorners) {
    SplittableRandom random = new SplittableRandom(1);
    List<double[][]> rings = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      double longitude = WEST + random.nextDouble() * WIDTH;
      double latitude = SOUTH + random.nextDouble() * HEIGHT;
      double radius = 20 + random.nextDouble() * 380;
      double[][] ring = new double[random.nextInt(fewestCorners, mostCorners + 1)][];
      for (int k = 0; k < ring.length; k++) {
        double azimuth = 2 * Math.PI * (k + 0.8 * random.nextDouble()) / ring.length;
        double metres = radius * (0.5 + 0.5 * random.nextDouble());
        ring[k] = moved(longitude, latitude, azimuth, metres);
      }
      rings.add(ring);
    }
    return rings;
  }

  private static double[] moved(double longitude, double latitude, double azimuth, double metres) {
    double length = METRES_A_DEGREE * Math.cos(Math.toRadians(latitude));
    return new double[] {
      longitude + metres * Math.sin(azimuth) / length,
      latitude + metres * Math.cos(azimuth) / METRES_A_DEGREE
    };
  }

  /** Points anywhere in the country. */
  static List<Position> anywhere(int count) {
    SplittableRandom random = new SplittableRandom(2);
    List<Position> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(
          Position.ofDegrees(
              WEST + random.nextDouble() * WIDTH, SOUTH + random.nextDouble() * HEIGHT));
    }
    return points;
  }

  /** Points within 500 m of some corner of some hazard. */
  static List<Position> near(List<double[][]> rings, int count) {
    SplittableRandom random = new SplittableRandom(3);
    List<Position> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] corner = rings.get(random.nextInt(rings.size()))[0];
      double[] point =
          moved(
              corner[0],
              corner[1],
              2 * Math.PI * random.nextDouble(),
              NEAR_METRES * Math.sqrt(random.nextDouble()));
      points.add(Position.ofDegrees(point[0], point[1]));
    }
    return points;
  }

  static Footprint footprint(double[][] ring) {
    List<Position> corners = new ArrayList<>(ring.length);
    for (double[] corner : ring) {
      corners.add(Position.ofDegrees(corner[0], corner[1]));
    }
    return Footprint.of(List.of(Perimeter.of(Ring.through(corners))));
  }

  static NearbyIndex<Integer> index(List<double[][]> rings) {
    List<NearbyIndex.Item<Integer>> items = new ArrayList<>();
    for (int i = 0; i < rings.size(); i++) {
      items.add(new NearbyIndex.Item<>(i, footprint(rings.get(i)), 0));
    }
    return NearbyIndex.of(items);
  }
}
