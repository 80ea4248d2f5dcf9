package org.fenceline.core.land.mined;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.fenceline.core.land.geodesy.Course;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Ring;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

/** The quick answer is the slow one. */
class EnclosureTest {
  private static final int RUNS = 400;
  private static final int POSITIONS_A_RUN = 40;

  @Test
  void theQuickAnswerIsTheSlowOneEverywhere() {
    int[] inside = new int[2];
    Property.check(
        "enclosure as perimeter",
        RUNS,
        random -> {
          Position middle = anywhere(random);
          double radius = 5 * Math.pow(10, random.nextDouble(4));
          Ring outer = ring(random, middle, radius);
          List<Ring> holes = new ArrayList<>();
          for (int i = random.nextInt(3); i > 0; i--) {
            holes.add(ring(random, around(random, middle, radius / 2), radius / 4));
          }
          Perimeter ground = new Perimeter(outer, holes);
          Enclosure enclosure = Enclosure.of(List.of(ground));
          for (int i = 0; i < POSITIONS_A_RUN; i++) {
            Position position = somewhere(random, ground, middle, radius);
            boolean slow = ground.contains(position);
            inside[slow ? 1 : 0]++;
            assertThat(enclosure.contains(position))
                .as("%s in %s", position, ground)
                .isEqualTo(slow);
          }
        });
    assertThat(inside[0]).isGreaterThan(RUNS);
    assertThat(inside[1]).isGreaterThan(RUNS);
  }

  @Test
  void mostPositionsAreToldOnThePlane() {
    Ring ring = ring(new SplittableRandom(7), Position.parse("-22.5", "52"), 100);
    SplittableRandom random = new SplittableRandom(8);
    int unsure = 0;
    for (int i = 0; i < 1_000; i++) {
      Position position = around(random, Position.parse("-22.5", "52"), 150);
      if (PlaneRing.of(ring).turns(position) == PlaneRing.UNSURE) {
        unsure++;
      }
    }
    assertThat(unsure).isLessThan(10);
  }

  @Test
  void onTheLineIsInsideAndInAHoleIsOutside() {
    Ring outer = box("179.99", "-179.99", "10", "10.02");
    Ring hole = box("179.996", "-179.996", "10.005", "10.015");
    Enclosure enclosure = Enclosure.of(List.of(new Perimeter(outer, List.of(hole))));
    assertThat(enclosure.contains(Position.parse("179.99", "10.01"))).as("on the line").isTrue();
    assertThat(enclosure.contains(Position.parse("-179.99", "10.02"))).as("a corner").isTrue();
    assertThat(enclosure.contains(Position.parse("180", "10.001"))).isTrue();
    assertThat(enclosure.contains(Position.parse("-180", "10.001"))).isTrue();
    assertThat(enclosure.contains(Position.parse("180", "10.01"))).as("in the hole").isFalse();
    assertThat(enclosure.contains(Position.parse("-180", "10.01"))).as("in the hole").isFalse();
    assertThat(enclosure.contains(Position.parse("179.996", "10.01"))).as("its line").isTrue();
    assertThat(enclosure.contains(Position.parse("0", "10.001"))).as("far away").isFalse();
  }

  @Test
  void theCurveOfALongEdgeIsReckonedWith() {
    // Between its corners a geodesic runs north of the parallel: 0.4 m here.
    Ring outer = box("-22.5", "-22.43", "52", "52.05");
    Perimeter ground = Perimeter.of(outer);
    Enclosure enclosure = Enclosure.of(List.of(ground));
    int inside = 0;
    for (int i = -20; i <= 20; i++) {
      Position position = Position.ofDegrees(-22.465, 52.05 + i * 1e-6);
      assertThat(enclosure.contains(position)).isEqualTo(ground.contains(position));
      inside += ground.contains(position) && i > 0 ? 1 : 0;
    }
    assertThat(inside).as("beyond the parallel and inside").isPositive();
  }

  private static Ring box(String west, String east, String south, String north) {
    return Ring.through(
        List.of(
            Position.parse(west, south),
            Position.parse(east, south),
            Position.parse(east, north),
            Position.parse(west, north)));
  }

  private static Position anywhere(SplittableRandom random) {
    double longitude =
        random.nextInt(3) == 0 ? 180 - random.nextDouble(0.001) : random.nextDouble(-180, 180);
    double latitude =
        switch (random.nextInt(6)) {
          case 0 -> random.nextDouble(74.8, 75.2);
          case 1 -> random.nextDouble(-0.001, 0.001);
          case 2 -> -89.999;
          default -> random.nextDouble(-80, 80);
        };
    return Position.ofDegrees(longitude, latitude);
  }

  private static Position around(SplittableRandom random, Position middle, double metres) {
    return Geodesics.arrival(middle, random.nextDouble(360), random.nextDouble(metres)).position();
  }

  /** Inside, outside, on a corner, on an edge, or a hair beside it. */
  private static Position somewhere(
      SplittableRandom random, Perimeter ground, Position middle, double radius) {
    if (random.nextInt(3) > 0) {
      return around(random, middle, 1.2 * radius);
    }
    List<Ring> rings = new ArrayList<>(ground.holes());
    rings.add(ground.outer());
    Ring ring = rings.get(random.nextInt(rings.size()));
    List<Position> corners = ring.corners();
    int at = random.nextInt(corners.size());
    Position corner = corners.get(at);
    Course edge = Geodesics.course(corner, corners.get((at + 1) % corners.size()));
    Position onEdge =
        Geodesics.arrival(corner, edge.azimuthAtStart(), random.nextDouble() * edge.metres())
            .position();
    return switch (random.nextInt(3)) {
      case 0 -> corner;
      case 1 -> onEdge;
      default ->
          Geodesics.arrival(
                  onEdge,
                  edge.azimuthAtStart() + (random.nextBoolean() ? 90 : -90),
                  0.002 * Math.pow(10, random.nextDouble(3)))
              .position();
    };
  }

  /** Corners all round a middle, sometimes in an order in which it crosses itself. */
  private static Ring ring(SplittableRandom random, Position middle, double radius) {
    int corners = random.nextInt(3, 12);
    List<Position> drawn = new ArrayList<>();
    boolean tangled = random.nextInt(4) == 0;
    for (int i = 0; i < corners; i++) {
      double azimuth = tangled ? random.nextDouble(360) : 360.0 * i / corners;
      drawn.add(Geodesics.arrival(middle, azimuth, radius * random.nextDouble(0.2, 1)).position());
    }
    return Ring.through(random.nextBoolean() ? drawn : drawn.reversed());
  }
}
