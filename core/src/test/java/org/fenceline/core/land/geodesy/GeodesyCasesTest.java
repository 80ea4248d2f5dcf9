package org.fenceline.core.land.geodesy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.testing.GeodesyCases;
import org.fenceline.testing.GeodesyCases.Case;
import org.junit.jupiter.api.Test;

/** Agreement with the reference answers, row by row. */
class GeodesyCasesTest {
  private static final double MILLIMETRE = 0.001;
  private static final double EARTH_RADIUS_METRES = 6_371_000;

  @Test
  void everyRowHasAKindThatIsTested() {
    assertThat(GeodesyCases.all()).hasSize(200);
    assertThat(GeodesyCases.of("direct")).hasSize(60);
    assertThat(GeodesyCases.of("inverse")).hasSize(50);
    assertThat(GeodesyCases.of("area")).hasSize(30);
    // GridCasesTest in exchange has these.
    assertThat(GeodesyCases.of("utm")).hasSize(30);
    assertThat(GeodesyCases.of("mgrs")).hasSize(30);
  }

  @Test
  void walkingStraightOnLeadsWhereTheCasesSay() {
    int azimuths = 0;
    for (Case row : GeodesyCases.of("direct")) {
      Arrival arrival =
          Geodesics.arrival(start(row), row.number("azi1"), row.number("distanceMetres"));
      // Ten times finer than asked: what is left is the step of a Position.
      assertThat(Geodesics.distanceMetres(arrival.position(), end(row)))
          .as(row.name())
          .isLessThan(MILLIMETRE / 10);
      if (!isPole(end(row))) {
        assertThat(between(arrival.azimuth(), row.number("azi2"))).as(row.name()).isLessThan(1e-9);
        azimuths++;
      }
    }
    assertThat(azimuths).isEqualTo(60);
  }

  @Test
  void theShortestWayIsTheOneOfTheCases() {
    List<String> notUnique = new ArrayList<>();
    for (Case row : GeodesyCases.of("inverse")) {
      Course course = Geodesics.course(start(row), end(row));
      assertThat(Math.abs(course.metres() - row.number("distanceMetres")))
          .as(row.name())
          .isLessThan(1e-6);
      if (isPole(start(row)) || isPole(end(row)) || course.metres() == 0) {
        notUnique.add(row.name());
        continue;
      }
      // What the difference of azimuth moves sideways, on the way or a quarter of the earth.
      double lever = Math.min(course.metres(), EARTH_RADIUS_METRES);
      for (double difference :
          List.of(
              between(course.azimuthAtStart(), row.number("azi1")),
              between(course.azimuthAtEnd(), row.number("azi2")))) {
        assertThat(Math.toRadians(difference) * lever).as(row.name()).isLessThan(1e-6);
      }
    }
    assertThat(notUnique)
        .as("rows whose azimuths are not unique")
        .containsExactly(
            "row 61, same point", "row 62, pole to pole", "row 64, north pole to point");
  }

  @Test
  void areasAndPerimetersAreThoseOfTheCases() {
    List<Integer> beyondTheRelative = new ArrayList<>();
    for (Case row : GeodesyCases.of("area")) {
      Ring ring = ring(row);
      double expected = row.number("areaSquareMetres");
      double difference = Math.abs(ring.areaSquareMetres() - expected);
      assertThat(Math.abs(ring.lengthMetres() - row.number("perimeterMetres")))
          .as(row.name())
          .isLessThan(MILLIMETRE);
      assertThat(difference).as(row.name()).isLessThan(Math.max(0.0001, expected * 1e-7));
      if (difference > expected * 1e-7) {
        beyondTheRelative.add(row.id());
      }
    }
    assertThat(beyondTheRelative).containsExactly(124);
  }

  /**
   * Row 124, a field of 30 m², is 1.42e-5 m² off, 4.8e-7 of it: within the 0.0001 m² of the README,
   * beyond its 1e-7. Reckoned a third way, on the plane that touches the earth there (wrong by less
   * than 1e-11 of so small a field), our figure is right and the reference, given to 0.00001 m², is
   * what is off.
   */
  @Test
  void theRowBeyondTheRelativeToleranceIsRightOnATangentPlane() {
    Case row =
        GeodesyCases.of("area").stream().filter(one -> one.id() == 124).findAny().orElseThrow();
    double area = ring(row).areaSquareMetres();
    assertThat(Math.abs(area - row.number("areaSquareMetres"))).isBetween(1.4e-5, 1.5e-5);
    assertThat(Math.abs(area - TangentPlane.areaSquareMetres(ring(row).corners())))
        .isLessThan(1e-6);
  }

  private static Position start(Case row) {
    return Position.parse(row.text("lon1"), row.text("lat1"));
  }

  private static Position end(Case row) {
    return Position.ofDegrees(row.number("lon2"), row.number("lat2"));
  }

  private static boolean isPole(Position position) {
    return Math.abs(position.latitude()) == 90;
  }

  private static double between(double a, double b) {
    return Math.abs(Math.IEEEremainder(a - b, 360));
  }

  private static Ring ring(Case row) {
    List<Position> corners = new ArrayList<>();
    for (String corner : row.text("polygon").split("; ", -1)) {
      String[] parts = corner.split(" ", -1);
      corners.add(Position.parse(parts[1], parts[0]));
    }
    return Ring.through(corners);
  }
}
