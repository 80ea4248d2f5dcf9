package org.fenceline.core.land.traverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.fenceline.core.land.geodesy.Course;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Ring;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

class TraverseTest {
  private static final int RUNS = 300;
  private static final double STEP_OF_POSITION_METRES = 0.0001;
  private static final Position REFERENCE = Position.parse("23.5", "52.5");

  @Test
  void legsLeadFromTheReferencePointToTheTurningPoints() {
    // A square of 100 m, reached by 50 m due east; closing on its first corner.
    Traverse traverse =
        new Traverse(
            REFERENCE,
            List.of(leg(90, 50), leg(0, 100), leg(90, 100), leg(180, 100), leg(270, 100)),
            new Closing.OnStation(1));
    Plot plot = traverse.plot();
    assertThat(plot.measured()).hasSize(6).startsWith(REFERENCE);
    assertThat(plot.adjusted().subList(0, 2)).isEqualTo(plot.measured().subList(0, 2));
    assertThat(plot.adjusted().getLast()).isEqualTo(plot.adjusted().get(1));
    Misclosure misclosure = plot.misclosure().orElseThrow();
    assertThat(misclosure.lengthMetres()).isEqualTo(400);
    // Meridians draw together by 100 m · 100 m · tan(52.5°)/R, 2 mm; and the legs that set out east
    // and west each end half as much nearer to the equator: together 2 mm · √2.
    assertThat(misclosure.metres()).isCloseTo(0.0029, within(0.0002));
    assertThat(misclosure.isWithin(500)).isTrue();
    Ring ring = traverse.turningPoints().orElseThrow();
    assertThat(ring.corners()).hasSize(4);
    assertThat(ring.areaSquareMetres()).isCloseTo(10_000, within(1.0));
  }

  @Test
  void theRatioOfAMisclosureIsLengthToGap() {
    Position known = Geodesics.arrival(REFERENCE, 0, 1_002).position();
    Traverse traverse =
        new Traverse(REFERENCE, List.of(leg(0, 500), leg(0, 500)), new Closing.OnPoint(known));
    Misclosure misclosure = traverse.plot().misclosure().orElseThrow();
    assertThat(misclosure.metres()).isCloseTo(2, within(0.001));
    assertThat(misclosure.azimuth()).isCloseTo(0, within(0.01));
    assertThat(misclosure.ratio()).isCloseTo(500, within(0.1));
    assertThat(misclosure.isWithin(400)).isTrue();
    assertThat(misclosure.isWithin(600)).isFalse();
    Position middle = traverse.plot().adjusted().get(1);
    assertThat(Geodesics.distanceMetres(REFERENCE, middle)).isCloseTo(501, within(0.001));
    assertThat(new Misclosure(0, 0, 100).isWithin(1e9)).isTrue();
  }

  @Test
  void withoutAClosingNothingIsAdjusted() {
    Traverse open = new Traverse(REFERENCE, List.of(leg(12, 34)), new Closing.Open());
    assertThat(open.plot().misclosure()).isEmpty();
    assertThat(open.plot().adjusted()).isEqualTo(open.plot().measured());
    assertThat(open.turningPoints()).isEmpty();
  }

  @Test
  void anAdjustedTraverseClosesExactlyAndAClosedOneIsLeftAlone() {
    Property.check(
        "compass rule",
        RUNS,
        random -> {
          List<Position> corners = corners(random);
          List<Leg> legs = new ArrayList<>();
          List<Leg> disturbed = new ArrayList<>();
          for (int i = 0; i + 1 < corners.size(); i++) {
            Course course = Geodesics.course(corners.get(i), corners.get(i + 1));
            legs.add(leg(course.azimuthAtStart(), course.metres()));
            disturbed.add(
                leg(
                    course.azimuthAtStart() * random.nextDouble(0.99, 1),
                    course.metres() * random.nextDouble(0.99, 1.01)));
          }
          Position end = corners.getLast();
          Position start = corners.getFirst();
          Plot closed = new Traverse(start, legs, new Closing.OnPoint(end)).plot();
          double slack = STEP_OF_POSITION_METRES * legs.size();
          assertThat(closed.misclosure().orElseThrow().metres()).isLessThan(slack);
          for (int i = 0; i < corners.size(); i++) {
            assertThat(Geodesics.distanceMetres(closed.measured().get(i), closed.adjusted().get(i)))
                .isLessThan(slack);
          }
          Plot adjusted = new Traverse(start, disturbed, new Closing.OnPoint(end)).plot();
          assertThat(adjusted.adjusted()).startsWith(start).endsWith(end).hasSize(corners.size());
          double gap = adjusted.misclosure().orElseThrow().metres();
          double behind = 0;
          for (int i = 1; i < corners.size(); i++) {
            behind += disturbed.get(i - 1).metres();
            double share = gap * behind / adjusted.misclosure().orElseThrow().lengthMetres();
            assertThat(
                    Geodesics.distanceMetres(
                        adjusted.measured().get(i), adjusted.adjusted().get(i)))
                .isCloseTo(share, within(STEP_OF_POSITION_METRES * 2));
          }
        });
  }

  /** Beside a pole north turns from station to station; the misclosure must not turn with it. */
  @Test
  void besideThePoleATraverseIsAdjustedToTheSameShape() {
    Plot ordinary = plotAround(REFERENCE);
    Plot polar = plotAround(Position.parse("23.5", "89.996"));
    assertThat(polar.misclosure().orElseThrow().metres()).isCloseTo(30, within(1.0));
    for (int i = 0; i < ordinary.adjusted().size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(Geodesics.distanceMetres(polar.adjusted().get(i), polar.adjusted().get(j)))
            .isCloseTo(
                Geodesics.distanceMetres(ordinary.adjusted().get(i), ordinary.adjusted().get(j)),
                within(0.001));
      }
    }
  }

  /** A traverse half round a place, 500 m from it, which should have ended 30 m farther out. */
  private static Plot plotAround(Position middle) {
    List<Position> corners = new ArrayList<>();
    for (int azimuth = 0; azimuth <= 180; azimuth += 30) {
      corners.add(Geodesics.arrival(middle, azimuth, 500).position());
    }
    List<Leg> legs = new ArrayList<>();
    for (int i = 0; i + 1 < corners.size(); i++) {
      Course course = Geodesics.course(corners.get(i), corners.get(i + 1));
      legs.add(leg(course.azimuthAtStart(), course.metres()));
    }
    Position known = Geodesics.arrival(middle, 180, 530).position();
    return new Traverse(corners.getFirst(), legs, new Closing.OnPoint(known)).plot();
  }

  @Test
  void aTraverseThatClosesToTheStepOfAPositionKeepsItsStations() {
    // Along the meridian and back: exact both ways.
    Traverse there =
        new Traverse(REFERENCE, List.of(leg(0, 100), leg(180, 100)), new Closing.OnStation(0));
    assertThat(there.plot().misclosure().orElseThrow().metres()).isZero();
    assertThat(there.plot().misclosure().orElseThrow().ratio()).isInfinite();
    assertThat(there.plot().adjusted()).isEqualTo(there.plot().measured());
  }

  @Test
  void bearingsAreReadInDegreesOrNatoMilsFromAnyNorth() {
    assertThat(new Bearing(1_600, AngleUnit.MILS, new North.True()).trueDegrees(REFERENCE))
        .isEqualTo(90);
    // The needle 6.5° east of true north: what it calls 90° is 96.5°.
    assertThat(new Bearing(90, AngleUnit.DEGREES, new North.Magnetic(6.5)).trueDegrees(REFERENCE))
        .isEqualTo(96.5);
    assertThat(new Bearing(90, AngleUnit.DEGREES, new North.Magnetic(-3)).trueDegrees(REFERENCE))
        .isEqualTo(87);
    assertThat(new Bearing(0, AngleUnit.MILS, new North.Grid(-1.25)).trueDegrees(REFERENCE))
        .isEqualTo(-1.25);
    // East of zone 34's middle meridian, 21° E, grid north lies east of true north.
    assertThat(new Bearing(0, AngleUnit.DEGREES, new North.UtmGrid(34)).trueDegrees(REFERENCE))
        .isCloseTo(1.9838, within(0.0001));
  }

  @Test
  void refusesWhatNobodyCanHaveMeasured() {
    assertThatThrownBy(() -> new Bearing(361, AngleUnit.DEGREES, new North.True()))
        .hasMessageContaining("0 to 360");
    assertThatThrownBy(() -> new Bearing(6_401, AngleUnit.MILS, new North.True()))
        .hasMessageContaining("0 to 6400");
    assertThatThrownBy(() -> new Bearing(Double.NaN, AngleUnit.MILS, new North.True()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> leg(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> leg(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new North.UtmGrid(61)).hasMessageContaining("1 to 60");
    assertThatThrownBy(() -> new North.Magnetic(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Traverse(REFERENCE, List.of(), new Closing.Open()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Traverse(REFERENCE, List.of(leg(0, 1)), new Closing.OnStation(1)))
        .hasMessageContaining("station 1");
  }

  @Test
  void gridNorthIsWhereProjFindsIt() {
    CRSFactory systems = new CRSFactory();
    CoordinateReferenceSystem wgs84 =
        systems.createFromParameters("wgs84", "+proj=longlat +datum=WGS84");
    Property.check(
        "convergence",
        RUNS,
        random -> {
          int zone = random.nextInt(1, 61);
          CoordinateTransform toGrid =
              new CoordinateTransformFactory()
                  .createTransform(
                      wgs84,
                      systems.createFromParameters(
                          "utm", "+proj=utm +zone=" + zone + " +datum=WGS84"));
          double longitude = 6 * zone - 183 + random.nextDouble(-3, 3);
          double latitude = random.nextDouble(-80, 84);
          double step = 0.001;
          ProjCoordinate south = project(toGrid, longitude, latitude - step);
          ProjCoordinate north = project(toGrid, longitude, latitude + step);
          // The meridian's direction on the grid, taken west of grid north.
          double leaning = Math.toDegrees(Math.atan2(south.x - north.x, north.y - south.y));
          assertThat(UtmConvergence.degrees(zone, Position.ofDegrees(longitude, latitude)))
              .isCloseTo(leaning, within(1e-5));
        });
  }

  private static ProjCoordinate project(CoordinateTransform transform, double x, double y) {
    return transform.transform(new ProjCoordinate(x, y), new ProjCoordinate());
  }

  private static List<Position> corners(SplittableRandom random) {
    List<Position> corners = new ArrayList<>();
    corners.add(Position.ofDegrees(random.nextDouble(-180, 180), random.nextDouble(-89.9, 89.9)));
    int legs = random.nextInt(1, 30);
    for (int i = 0; i < legs; i++) {
      corners.add(
          Geodesics.arrival(corners.getLast(), random.nextDouble(360), random.nextDouble(1, 800))
              .position());
    }
    return corners;
  }

  private static Leg leg(double degrees, double metres) {
    return new Leg(Bearing.ofTrueDegrees(degrees), metres);
  }
}
