package org.fenceline.core.land.geodesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicLine;
import org.fenceline.core.land.geodesy.TangentPlane.Seen;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

class PerimeterTest {
  private static final int RUNS = 300;
  private static final int SLOW_RUNS = 60;

  @Test
  void areaDoesNotDependOnHowTheRingIsDrawn() {
    Property.check(
        "area as drawn",
        RUNS,
        random -> {
          double radius = Drawn.metres(random, 5, 1_000_000);
          Position middle = Drawn.position(random);
          Ring ring = Drawn.star(random, middle, radius);
          double area = ring.areaSquareMetres();
          // GeographicLib sums strips down to the equator. Beside a pole they reach far round the
          // earth, and the last digit of half its surface is 0.03 m².
          double toPole =
              Math.min(
                  Geodesics.distanceMetres(middle, pole(1)),
                  Geodesics.distanceMetres(middle, pole(-1)));
          double tolerance = Math.max(toPole < 20 * radius ? 0.1 : 0.001, area * 1e-9);
          List<Position> turned = new ArrayList<>(ring.corners());
          Collections.rotate(turned, random.nextInt(turned.size()));
          assertThat(Ring.through(turned).areaSquareMetres()).isCloseTo(area, within(tolerance));
          assertThat(Ring.through(turned.reversed()).areaSquareMetres())
              .isCloseTo(area, within(tolerance));
          long shift = random.nextLong(360_000_000_000L);
          List<Position> elsewhere = turned.stream().map(p -> eastwards(p, shift)).toList();
          assertThat(Ring.through(elsewhere).areaSquareMetres()).isCloseTo(area, within(tolerance));
          assertThat(Ring.through(elsewhere).lengthMetres())
              .isCloseTo(ring.lengthMetres(), within(0.001));
          // A whole turn round the earth and nothing else changes the text alone.
          assertThat(turned.stream().map(p -> eastwards(p, 360_000_000_000L)).toList())
              .isEqualTo(turned.stream().map(p -> eastwards(p, 0)).toList());
        });
  }

  @Test
  void theTwoTextsOfTheAntimeridianGiveOneArea() {
    List<Position> corners =
        List.of(
            Position.parse("179.9", "10"),
            Position.parse("180", "10.1"),
            Position.parse("-179.9", "10"));
    List<Position> other = List.of(corners.get(0), Position.parse("-180", "10.1"), corners.get(2));
    assertThat(Ring.through(other).areaSquareMetres())
        .isCloseTo(Ring.through(corners).areaSquareMetres(), within(1e-3));
  }

  @Test
  void holesSubtract() {
    Ring outer = box(20, 50, 0.02);
    Ring hole = box(20.005, 50.005, 0.01);
    Perimeter ground = new Perimeter(outer, List.of(hole));
    assertThat(ground.areaSquareMetres())
        .isCloseTo(outer.areaSquareMetres() - hole.areaSquareMetres(), within(1e-6));
    assertThat(ground.lengthMetres())
        .isCloseTo(outer.lengthMetres() + hole.lengthMetres(), within(1e-6));
    assertThat(ground.contains(Position.parse("20.01", "50.01"))).isFalse();
    assertThat(ground.contains(Position.parse("20.002", "50.002"))).isTrue();
    assertThat(ground.contains(hole.corners().getFirst())).as("the hole's line").isTrue();
    Position inHole = Position.parse("20.0051", "50.01");
    assertThat(ground.distanceMetres(inHole))
        .isCloseTo(hole.distanceToLineMetres(inHole), within(1e-9))
        .isCloseTo(7.17, within(0.01));
    assertThat(ground.distanceMetres(Position.parse("20.002", "50.002"))).isZero();
  }

  @Test
  void aHoleThatWindsTwiceTakesNothingOutAndAnOuterRingThatDoesTakesNothingAway() {
    List<Position> twice = new ArrayList<>(box(20.005, 50.005, 0.01).corners());
    twice.addAll(box(20.004, 50.004, 0.012).corners());
    Position inside = Position.parse("20.01", "50.01");
    assertThat(new Perimeter(box(20, 50, 0.02), List.of(Ring.through(twice))).contains(inside))
        .isTrue();
    assertThat(Perimeter.of(Ring.through(twice)).contains(inside)).isTrue();
  }

  @Test
  void whatLiesInsideIsWhatADenseLineWindsRound() {
    int[] compared = new int[2];
    Property.check(
        "point in polygon",
        SLOW_RUNS,
        random -> {
          Position middle = Drawn.position(random);
          double radius = Drawn.metres(random, 5, 500_000);
          Ring ring =
              random.nextInt(3) == 0
                  ? Drawn.scribble(random, middle, radius)
                  : Drawn.star(random, middle, radius);
          List<GeodesicData> dense = dense(ring);
          for (int i = 0; i < 20; i++) {
            Position position =
                Geodesics.arrival(middle, random.nextDouble(360), radius * random.nextDouble(1.2))
                    .position();
            // The dense line cuts the corners of the true one by up to 0.1 m of 500 km.
            if (ring.distanceToLineMetres(position) > radius * 1e-6) {
              assertThat(Perimeter.of(ring).contains(position))
                  .as(position + " in " + ring)
                  .isEqualTo(turns(dense, position) != 0);
              compared[0]++;
            }
            compared[1]++;
          }
        });
    assertThat(compared[0]).isGreaterThan(compared[1] * 9 / 10);
  }

  @Test
  void aPointOnTheLineIsInside() {
    Property.check(
        "point on the line",
        RUNS,
        random -> {
          double radius = Drawn.metres(random, 5, 100_000);
          Perimeter ground = Perimeter.of(Drawn.star(random, Drawn.position(random), radius));
          for (Segment edge : ground.outer().edges()) {
            Course course = Geodesics.course(edge.from(), edge.to());
            Position on =
                Geodesics.arrival(
                        edge.from(), course.azimuthAtStart(), course.metres() * random.nextDouble())
                    .position();
            assertThat(ground.contains(on)).isTrue();
            assertThat(ground.contains(edge.from())).isTrue();
            assertThat(ground.distanceMetres(on)).isZero();
          }
        });
  }

  @Test
  void twoMillimetresOutsideIsOutside() {
    Ring ring = box(20, 50, 0.01);
    Position corner = ring.corners().getFirst();
    assertThat(Perimeter.of(ring).contains(Geodesics.arrival(corner, 225, 0.002).position()))
        .isFalse();
    assertThat(Perimeter.of(ring).distanceMetres(Geodesics.arrival(corner, 225, 25).position()))
        .isCloseTo(25, within(0.001));
  }

  @Test
  void thePolesAreFoundInsideRingsRoundThem() {
    for (String latitude : List.of("80", "-80")) {
      List<Position> corners = new ArrayList<>();
      for (int longitude = -180; longitude < 180; longitude += 40) {
        corners.add(Position.parse("" + longitude, latitude));
      }
      Perimeter cap = Perimeter.of(Ring.through(corners));
      String pole = latitude.equals("80") ? "90" : "-90";
      assertThat(cap.contains(Position.parse("0", pole))).isTrue();
      assertThat(cap.contains(Position.parse("-180", pole))).isTrue();
      assertThat(cap.contains(Position.parse("0", latitude.replace("80", "70")))).isFalse();
      assertThat(cap.contains(Position.parse("0", pole.startsWith("-") ? "90" : "-90"))).isFalse();
      // A parallel of latitude is no geodesic: the edge from 20 W to 20 E runs nearer to the pole.
      assertThat(cap.contains(Position.parse("0", latitude))).isFalse();
    }
  }

  @Test
  void theOtherSideOfTheEarthIsNotInside() {
    Perimeter ground = Perimeter.of(box(20, 50, 30));
    assertThat(ground.contains(Position.parse("35", "62"))).isTrue();
    assertThat(ground.contains(Position.parse("-145", "-62"))).isFalse();
  }

  @Test
  void aRingTooWideToJudgeContainsEverything() {
    List<Position> wide =
        List.of(Position.parse("0", "0"), Position.parse("100", "0"), Position.parse("50", "80"));
    assertThat(Perimeter.of(Ring.through(wide)).contains(Position.parse("-120", "-40"))).isTrue();
    // And as a hole it takes nothing out.
    assertThat(
            new Perimeter(box(-121, -41, 2), List.of(Ring.through(wide)))
                .contains(Position.parse("-120", "-40")))
        .isTrue();
  }

  @Test
  void degenerateRingsHoldTheirOwnLine() {
    Position a = Position.parse("20", "50");
    Position b = Position.parse("20.01", "50");
    assertThat(Perimeter.of(Ring.through(List.of(a))).contains(a)).isTrue();
    assertThat(Perimeter.of(Ring.through(List.of(a))).distanceMetres(b))
        .isCloseTo(Geodesics.distanceMetres(a, b), within(1e-9));
    Perimeter line = Perimeter.of(Ring.through(List.of(a, b)));
    assertThat(line.areaSquareMetres()).isZero();
    assertThat(line.contains(Position.parse("20.005", "50.1"))).isFalse();
  }

  private static Position pole(int side) {
    return Position.ofDegrees(0, 90.0 * side);
  }

  private static Position eastwards(Position position, long nanodegrees) {
    long half = 180_000_000_000L;
    long east = position.longitudeNanodegrees() + nanodegrees + half;
    return new Position(Math.floorMod(east, 2 * half) - half, position.latitudeNanodegrees());
  }

  private static Ring box(double west, double south, double degrees) {
    return Ring.through(
        List.of(
            Position.ofDegrees(west, south),
            Position.ofDegrees(west + degrees, south),
            Position.ofDegrees(west + degrees, south + degrees),
            Position.ofDegrees(west, south + degrees)));
  }

  private static List<GeodesicData> dense(Ring ring) {
    List<GeodesicData> points = new ArrayList<>();
    for (Segment edge : ring.edges()) {
      GeodesicLine line =
          Geodesic.WGS84.InverseLine(
              edge.from().latitude(),
              edge.from().longitude(),
              edge.to().latitude(),
              edge.to().longitude());
      for (int i = 0; i < 500; i++) {
        points.add(line.Position(line.Distance() * i / 500));
      }
    }
    return points;
  }

  /** How often the line winds round the position, as seen on the plane that touches the earth. */
  private static long turns(List<GeodesicData> line, Position position) {
    TangentPlane plane = new TangentPlane(position);
    double sum = 0;
    Seen before = plane.see(line.getLast().lon2, line.getLast().lat2);
    for (GeodesicData point : line) {
      Seen now = plane.see(point.lon2, point.lat2);
      sum +=
          Math.atan2(
              before.east() * now.north() - now.east() * before.north(),
              before.east() * now.east() + before.north() * now.north());
      before = now;
    }
    return Math.round(sum / (2 * Math.PI));
  }
}
