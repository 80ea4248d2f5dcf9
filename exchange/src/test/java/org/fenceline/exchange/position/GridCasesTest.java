package org.fenceline.exchange.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.testing.GeodesyCases;
import org.fenceline.testing.GeodesyCases.Case;
import org.junit.jupiter.api.Test;

/** Agreement with the reference answers, row by row; the others are in GeodesyCasesTest. */
class GridCasesTest {
  private static final double MILLIMETRE = 0.001;

  @Test
  void utmAndUpsAreThoseOfTheCases() throws Exception {
    List<Case> rows = GeodesyCases.of("utm");
    assertThat(rows).hasSize(30);
    for (Case row : rows) {
      Position position = Position.parse(row.text("lon1"), row.text("lat1"));
      Grid grid = Grid.of(position);
      assertThat(grid)
          .as(row.name())
          .isEqualTo(new Grid((int) row.number("utmZone"), row.text("hemisphere").equals("n")));
      Grid.Point point = grid.project(position);
      assertThat(point.east())
          .as(row.name())
          .isCloseTo(row.number("eastingMetres"), within(0.000001));
      assertThat(point.north())
          .as(row.name())
          .isCloseTo(row.number("northingMetres"), within(0.000001));
      String text =
          (grid.isPolar() ? "UPS " : "UTM " + grid.zone() + " ")
              + (grid.north() ? "north " : "south ")
              + row.text("eastingMetres")
              + " "
              + row.text("northingMetres");
      PositionReading reading = PositionText.read(text);
      assertThat(Geodesics.distanceMetres(reading.position(), position))
          .as(row.name())
          .isLessThan(MILLIMETRE / 10);
      assertThat(reading.resolutionMetres()).isEqualTo(1e-6);
    }
  }

  @Test
  void mgrsIsThatOfTheCasesBothWays() throws Exception {
    List<Case> rows = GeodesyCases.of("mgrs");
    assertThat(rows).hasSize(30);
    for (Case row : rows) {
      double side = row.number("mgrsMetres");
      Position position = Position.parse(row.text("lon1"), row.text("lat1"));
      assertThat(PositionText.write(position, Notation.MGRS, side))
          .as(row.name())
          .isEqualTo(row.text("mgrs"));
      PositionReading reading = PositionText.read(row.text("mgrs"));
      Position middle = Position.parse(row.text("lon2"), row.text("lat2"));
      assertThat(Geodesics.distanceMetres(reading.position(), middle))
          .as(row.name())
          .isLessThan(MILLIMETRE);
      assertThat(reading.resolutionMetres()).as(row.name()).isEqualTo(side);
      assertThat(reading.notation()).isEqualTo(Notation.MGRS);
    }
  }
}
