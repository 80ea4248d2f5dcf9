package org.fenceline.core.land.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

class GeodesicsTest {
  private static final int RUNS = 1_000;
  private static final int SLOW_RUNS = 150;
  private static final double STEP_OF_POSITION_METRES = 0.0001;

  @Test
  void theWayBackFromWhereOneCameIsAsLong() {
    Property.check(
        "direct and inverse",
        RUNS,
        random -> {
          Position from = Drawn.position(random);
          double metres = Drawn.metres(random, 0.5, 15_000_000);
          Arrival arrival = Geodesics.arrival(from, random.nextDouble(-360, 720), metres);
          Course course = Geodesics.course(from, arrival.position());
          assertThat(Math.abs(course.metres() - metres)).isLessThan(STEP_OF_POSITION_METRES);
          assertThat(course.azimuthAtStart()).isBetween(0.0, Math.nextDown(360.0));
          assertThat(course.azimuthAtEnd()).isBetween(0.0, Math.nextDown(360.0));
          Position again =
              Geodesics.arrival(from, course.azimuthAtStart(), course.metres()).position();
          assertThat(Geodesics.distanceMetres(again, arrival.position()))
              .isLessThan(STEP_OF_POSITION_METRES);
        });
  }

  @Test
  void azimuthsRunFromNothingToLessThanAFullTurn() {
    assertThat(Geodesics.turn(-1e-20)).isZero();
    assertThat(Geodesics.turn(-0.0)).isEqualTo(0.0);
    assertThat(Geodesics.turn(-90)).isEqualTo(270);
    assertThat(Geodesics.turn(360)).isZero();
    assertThatThrownBy(() -> Geodesics.arrival(new Position(0, 0), Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thePoleIsOnePlaceAndTheAntimeridianOneLine() {
    assertThat(Geodesics.distanceMetres(Position.parse("10", "90"), Position.parse("-170", "90")))
        .isZero();
    assertThat(Geodesics.distanceMetres(Position.parse("180", "12"), Position.parse("-180", "12")))
        .isZero();
  }

  @Test
  void distanceToAnEdgeIsThatOfDenseSampling() {
    Property.check(
        "distance to an edge",
        SLOW_RUNS,
        random -> {
          Position from = Drawn.position(random);
          double length = Drawn.metres(random, 0.5, 400_000);
          Position to = Geodesics.arrival(from, random.nextDouble(360), length).position();
          Position beside =
              Geodesics.arrival(from, random.nextDouble(360), Drawn.metres(random, 0.1, 4_000_000))
                  .position();
          Segment edge = new Segment(from, to);
          assertThat(Math.abs(edge.distanceMetres(beside) - sampled(edge, beside)))
              .isLessThan(1e-5);
        });
  }

  @Test
  void distanceToALineThroughThePositionIsNothing() {
    Property.check(
        "distance on an edge",
        RUNS,
        random -> {
          Position from = Drawn.position(random);
          double length = Drawn.metres(random, 0.5, 400_000);
          double azimuth = random.nextDouble(360);
          Segment edge = new Segment(from, Geodesics.arrival(from, azimuth, length).position());
          Position on = Geodesics.arrival(from, azimuth, length * random.nextDouble()).position();
          assertThat(edge.distanceMetres(on)).isLessThan(3 * STEP_OF_POSITION_METRES);
        });
  }

  /** The least of many samples, then of ever smaller thirds round it. */
  private static double sampled(Segment edge, Position position) {
    GeodesicLine line =
        Geodesic.WGS84.InverseLine(
            edge.from().latitude(),
            edge.from().longitude(),
            edge.to().latitude(),
            edge.to().longitude());
    int samples = 500;
    double step = line.Distance() / samples;
    int best = 0;
    for (int i = 1; i <= samples; i++) {
      if (at(line, i * step, position) < at(line, best * step, position)) {
        best = i;
      }
    }
    double low = Math.max(0, (best - 1) * step);
    double high = Math.min(line.Distance(), (best + 1) * step);
    while (high - low > 1e-6) {
      double third = (high - low) / 3;
      if (at(line, low + third, position) < at(line, high - third, position)) {
        high -= third;
      } else {
        low += third;
      }
    }
    return at(line, (low + high) / 2, position);
  }

  private static double at(GeodesicLine line, double metres, Position position) {
    GeodesicData on = line.Position(metres);
    return Geodesic.WGS84.Inverse(on.lat2, on.lon2, position.latitude(), position.longitude()).s12;
  }
}
