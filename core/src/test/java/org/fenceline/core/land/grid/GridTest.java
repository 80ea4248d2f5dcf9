package org.fenceline.core.land.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Reach;
import org.fenceline.core.land.geodesy.Ring;
import org.fenceline.testing.ProjectFiles;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

/** The fixed grid, against its vectors and against plain geometry. */
class GridTest {
  private static final Path VECTORS = ProjectFiles.of("docs/formats/public-grid-vectors.csv");
  private static final List<Integer> ROWS_OF_VECTORS =
      List.of(
          0, 1, 1000, 2000, 2653, 3000, 4500, 4900, 5000, 5100, 5200, 5223, 5300, 5400, 5499, 6000,
          6999, 7000, 8000, 8500, 8900, 8990, 8997, 8998, 8999, -1, -2, -5201, -8999, -9000);
  private static final int RUNS = 400;

  private static final Grid GRID = Grid.PUBLIC;

  /** Renew with {@code ./fenceline test -Dfenceline.renew=true} and read the difference. */
  @Test
  void rowsAreThoseOfTheVectors() throws IOException {
    List<String> lines = new ArrayList<>(List.of("row,columns,poleward_latitude,width_m"));
    for (int row : ROWS_OF_VECTORS) {
      int poleward = row < 0 ? row : row + 1;
      lines.add(
          String.format(
              Locale.ROOT,
              "%d,%d,%.2f,%.4f",
              row,
              GRID.columns(row),
              poleward / 100.0,
              Math.abs(poleward) == 9000
                  ? 0
                  : Grid.parallelMetres(Math.abs(poleward) / 100.0) / GRID.columns(row)));
    }
    if (Boolean.getBoolean("fenceline.renew")) {
      Files.write(VECTORS, lines);
    }
    assertThat(Files.readAllLines(VECTORS)).isEqualTo(lines);
  }

  @Test
  void everyRowHasAsManyColumnsAsCanBeOfOneKilometre() {
    for (int row = 0; row < GRID.lastRow(); row++) {
      double metres = Grid.parallelMetres((row + 1) / 100.0);
      int columns = GRID.columns(row);
      assertThat(metres / columns).isGreaterThanOrEqualTo(1000);
      assertThat(metres / (columns + 1)).isLessThan(1000);
      // No row is so near to one column more or less that rounding could decide it.
      assertThat(Math.abs(metres / 1000 - Math.rint(metres / 1000))).isGreaterThan(4e-5);
      assertThat(GRID.columns(-1 - row)).isEqualTo(columns);
    }
    assertThat(GRID.columns(GRID.lastRow())).isEqualTo(1);
  }

  /** The parallel's length, which is not by way of GeographicLib, against short geodesics. */
  @Test
  void parallelsAreAsLongAsGeodesicsSay() {
    for (double latitude : List.of(0.0, 17.3, 52.0, 89.0)) {
      double step =
          Geodesics.distanceMetres(
              Position.ofDegrees(10, latitude), Position.ofDegrees(10.0001, latitude));
      assertThat(Grid.parallelMetres(latitude) / 3_600_000).isCloseTo(step, within(step * 1e-7));
    }
  }

  @Test
  void aPositionLiesInItsCellAndOnNoOther() {
    Property.check(
        "a position lies in its cell",
        RUNS,
        random -> {
          Position position = position(random);
          GridCell cell = GRID.cellOf(position);
          assertThat(position.latitude()).isBetween(GRID.south(cell), GRID.north(cell));
          assertThat(GRID.nearest(cell, position).metres()).isZero();
          assertThat(GRID.touching(position)).contains(cell);
          for (GridCell neighbour : GRID.neighbours(cell)) {
            double metres = GRID.nearest(neighbour, position).metres();
            if (GRID.touching(position).contains(neighbour)) {
              assertThat(metres).as(neighbour + " of " + position).isLessThan(2e-4);
            } else {
              assertThat(metres).as(neighbour + " of " + position).isPositive();
            }
            assertThat(GRID.neighbours(neighbour)).contains(cell);
          }
          assertThat(GRID.besides(cell)).isSubsetOf(GRID.neighbours(cell));
        });
  }

  @Test
  void cornersBelongToAllCellsAroundThem() {
    // In the two rows beside the equator columns are the same: four cells meet.
    assertThat(GRID.touching(Position.parse("-180", "0"))).hasSize(4);
    assertThat(GRID.touching(Position.parse("180", "0")))
        .isEqualTo(GRID.touching(Position.parse("-180", "0")));
    assertThat(GRID.cellOf(Position.parse("180", "0"))).isEqualTo(new GridCell(0, 0));
    assertThat(GRID.touching(Position.parse("12.3456", "52.01"))).hasSize(2);
    assertThat(GRID.touching(Position.parse("12.3456", "90")))
        .containsExactly(new GridCell(8999, 0));
    assertThat(GRID.touching(Position.parse("0", "-90"))).containsExactly(new GridCell(-9000, 0));
    assertThat(GRID.neighbours(new GridCell(8999, 0))).hasSize(GRID.columns(8998));
  }

  /** By an independent path: distances from cells to many places, by the ellipsoid's own code. */
  @Test
  void reachAgreesWithDistancesOfPlaces() {
    Property.check(
        "reach agrees with distances",
        RUNS,
        random -> {
          Position position = position(random);
          GridCell cell = GRID.cellOf(position);
          Position place =
              Geodesics.arrival(position, random.nextDouble(360), random.nextDouble(3_000))
                  .position();
          double metres = GRID.nearest(cell, place).metres();
          Reach reach = Reach.of(Footprint.of(place));
          Touch touch = new Touch(GRID);
          double doubt = 2 * GRID.bulgeMetres(cell.row()) + 0.01;
          assertThat(touch.isWithin(reach, cell, metres + 0.001)).isTrue();
          if (metres > doubt) {
            assertThat(touch.isWithin(reach, cell, metres - doubt)).isFalse();
          }
        });
  }

  /**
   * A hazard's touched cells are those of which some point lies near enough, tried by many points.
   */
  @Test
  void noTouchedCellIsMissed() {
    Property.check(
        "no touched cell is missed",
        60,
        random -> {
          Position middle = position(random);
          List<Position> corners = new ArrayList<>();
          int count = random.nextInt(3, 9);
          for (int i = 0; i < count; i++) {
            corners.add(
                Geodesics.arrival(middle, 360.0 * i / count, random.nextDouble(50, 4_000))
                    .position());
          }
          Footprint field = Footprint.of(List.of(Perimeter.of(Ring.through(corners))));
          var touched = new Touch(GRID).of(new Hazard(field, 10), 50);
          for (int i = 0; i < 200; i++) {
            Position near =
                Geodesics.arrival(middle, random.nextDouble(360), random.nextDouble(5_000))
                    .position();
            if (field.distanceMetres(near) <= 60) {
              assertThat(touched).contains(GRID.cellOf(near));
            }
          }
          for (GridCell cell : touched) {
            double nearest = Double.POSITIVE_INFINITY;
            for (Position corner : GRID.outline(cell)) {
              nearest = Math.min(nearest, field.distanceMetres(corner));
            }
            for (Position corner : corners) {
              nearest = Math.min(nearest, GRID.nearest(cell, corner).metres());
            }
            boolean isCrossed = nearest <= 60 + 2 * GRID.bulgeMetres(cell.row()) + 0.01;
            assertThat(isCrossed || passes(field, cell)).as(cell + " is near").isTrue();
          }
        });
  }

  /** Whether some edge passes through a cell, looked at every 20 m. */
  private static boolean passes(Footprint field, GridCell cell) {
    Ring ring = field.areas().getFirst().outer();
    for (var edge : ring.edges()) {
      double length = edge.lengthMetres();
      double azimuth = Geodesics.course(edge.from(), edge.to()).azimuthAtStart();
      for (double along = 0; along < length; along += 20) {
        if (GRID.nearest(cell, Geodesics.arrival(edge.from(), azimuth, along).position()).metres()
            < 70) {
          return true;
        }
      }
    }
    return false;
  }

  /** Anywhere; at the antimeridian, the equator, the poles and on edges of cells more often. */
  static Position position(SplittableRandom random) {
    double longitude =
        switch (random.nextInt(4)) {
          case 0 -> (random.nextBoolean() ? 1 : -1) * (180 - random.nextDouble(0.02));
          default -> random.nextDouble(-180, 180);
        };
    double latitude =
        switch (random.nextInt(5)) {
          case 0 -> (random.nextBoolean() ? 1 : -1) * (90 - random.nextDouble(0.1));
          case 1 -> random.nextInt(-9000, 9001) / 100.0;
          case 2 -> random.nextDouble(-0.02, 0.02);
          default -> random.nextDouble(-89, 89);
        };
    return Position.ofDegrees(longitude, latitude);
  }
}
