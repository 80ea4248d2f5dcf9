package org.fenceline.core.land.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

/** Gaps are filled: by example, and as rules that hold for any cells. */
class FillingTest {
  private static final int RUNS = 150;
  // A prime, so that no step falls on a corner where cells meet.
  private static final int STEPS = 499;
  private static final Grid GRID = Grid.PUBLIC;
  private final Filling filling = new Filling(GRID);

  /** Beside the equator all rows but few have equal columns, and pictures are true. */
  private Set<GridCell> fill(String... rowsFromNorth) {
    return filling.fill(cells(rowsFromNorth));
  }

  private static Set<GridCell> cells(String... rowsFromNorth) {
    Set<GridCell> cells = new HashSet<>();
    for (int i = 0; i < rowsFromNorth.length; i++) {
      String row = rowsFromNorth[i];
      for (int column = 0; column < row.length(); column++) {
        if (row.charAt(column) == '#') {
          cells.add(new GridCell(rowsFromNorth.length - 1 - i, 100 + column));
        }
      }
    }
    return cells;
  }

  @Test
  void oneCellStaysOne() {
    assertThat(fill("#")).hasSize(1);
  }

  @Test
  void gapsOfOneAndTwoCellsAreFilledAndThoseOfThreeAreNot() {
    assertThat(fill("#.#")).isEqualTo(cells("###"));
    assertThat(fill("#..#")).isEqualTo(cells("####"));
    assertThat(fill("#...#")).isEqualTo(cells("#...#"));
    assertThat(fill("#", ".", ".", "#")).isEqualTo(cells("#", "#", "#", "#"));
    assertThat(fill("#", ".", ".", ".", "#")).isEqualTo(cells("#", ".", ".", ".", "#"));
  }

  @Test
  void noDiagonalLaneIsLeft() {
    assertThat(fill("#...", "....", "....", "...#"))
        .isEqualTo(cells("#...", ".#..", "..#.", "...#"));
    assertThat(fill("#..", "..#")).isEqualTo(cells("##.", ".##"));
    assertThat(fill("#...", "...#")).contains(new GridCell(1, 101), new GridCell(0, 102));
  }

  @Test
  void aSlantingBorderIsNotFilledToItsHull() {
    Set<GridCell> stairs = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      stairs.add(new GridCell(i / 2, 100 + i));
      stairs.add(new GridCell(60 - i / 2, 100 + i));
    }
    assertThat(filling.fill(stairs).size()).isLessThan(3 * stairs.size());
  }

  @Test
  void aPondNarrowerThanThreeCellsIsFilled() {
    assertThat(fill("####", "#..#", "#..#", "####"))
        .isEqualTo(cells("####", "####", "####", "####"));
    Set<GridCell> wide = cells("#####", "#...#", "#...#", "#...#", "#####");
    assertThat(filling.fill(wide)).as("three cells wide").isNotEqualTo(cells("#####", "#####"));
  }

  @Test
  void noPathLeadsBetweenTouchedCellsLessThanThreeCellsApart() {
    Property.check(
        "no path between near cells",
        RUNS,
        random -> {
          Set<GridCell> touched = scene(random);
          Set<GridCell> filled = filling.fill(touched);
          assertThat(filled).containsAll(touched);
          for (GridCell one : touched) {
            for (GridCell other : touched) {
              if (one.compareTo(other) < 0 && rowsBetween(one, other) < 3 && gap(one, other) < 3) {
                assertThat(isJoined(one, other, filled)).as(one + " and " + other).isTrue();
              }
            }
          }
        });
  }

  @Test
  void whatIsUnshownIsNowhereNarrowerThanThreeCells() {
    Property.check(
        "unshown cells lie in blocks of nine",
        RUNS,
        random -> {
          Set<GridCell> filled = filling.fill(scene(random));
          Set<GridCell> around = new HashSet<>();
          filled.forEach(cell -> around.addAll(GRID.neighbours(cell)));
          around.removeAll(filled);
          for (GridCell cell : around) {
            assertThat(filling.isInFreeBlock(cell, filled)).as(cell.toString()).isTrue();
          }
        });
  }

  @Test
  void moreCellsNeverOpenOneAndTheOrderIsAllTheSame() {
    Property.check(
        "filling is monotone",
        RUNS,
        random -> {
          Set<GridCell> some = scene(random);
          Set<GridCell> more = new HashSet<>(some);
          GridCell any = some.iterator().next();
          for (int i = 0; i < 4; i++) {
            more.addAll(
                GRID.between(
                    Math.clamp(any.row() + random.nextInt(-4, 5), -9000, 8999),
                    any.column() + random.nextInt(-4, 5),
                    any.column() - 5));
            more.add(stepped(any, random));
          }
          assertThat(filling.fill(more)).containsAll(filling.fill(some));
          List<GridCell> shuffled = new ArrayList<>(some);
          Collections.shuffle(shuffled, new Random(random.nextLong()));
          assertThat(filling.fill(new java.util.LinkedHashSet<>(shuffled)))
              .isEqualTo(filling.fill(some));
        });
  }

  /** Columns that fit between two cells, in the widest of their rows. */
  private static double gap(GridCell one, GridCell other) {
    double widest = 360.0 / Math.min(GRID.columns(one.row()), GRID.columns(other.row()));
    double apart =
        Math.abs(
            Math.IEEEremainder(
                (GRID.west(one) + GRID.east(one) - GRID.west(other) - GRID.east(other)) / 2, 360));
    double halves = (GRID.east(one) - GRID.west(one) + GRID.east(other) - GRID.west(other)) / 2;
    // A hair more, lest rounding here ask for what the whole numbers there refuse.
    return (apart - halves) / widest + 1e-6;
  }

  private static int rowsBetween(GridCell one, GridCell other) {
    return Math.abs(one.row() - other.row()) - 1;
  }

  /** Walks the straight line between two middles in small steps: all of it is shown. */
  private static boolean isJoined(GridCell one, GridCell other, Set<GridCell> shown) {
    double startLongitude = (GRID.west(one) + GRID.east(one)) / 2;
    double east =
        Math.IEEEremainder((GRID.west(other) + GRID.east(other)) / 2 - startLongitude, 360);
    double startLatitude = (GRID.south(one) + GRID.north(one)) / 2;
    double north = (GRID.south(other) + GRID.north(other)) / 2 - startLatitude;
    for (int i = 0; i <= STEPS; i++) {
      double part = (double) i / STEPS;
      var at =
          org.fenceline.core.land.geodesy.Position.ofDegrees(
              Math.IEEEremainder(startLongitude + part * east, 360), startLatitude + part * north);
      if (!shown.contains(GRID.cellOf(at))) {
        return false;
      }
    }
    return true;
  }

  /** A few clumps of cells near one another, anywhere on the earth. */
  private static Set<GridCell> scene(SplittableRandom random) {
    GridCell start = GRID.cellOf(GridTest.position(random));
    Set<GridCell> cells = new TreeSet<>();
    GridCell at = start;
    int count = random.nextInt(2, 25);
    while (cells.size() < count) {
      cells.add(at);
      int jump = random.nextInt(3) == 0 ? random.nextInt(1, 6) : 1;
      for (int i = 0; i < jump; i++) {
        at = stepped(at, random);
      }
      if (GRID.columns(at.row()) < 7) {
        at = start;
        count--;
      }
    }
    return cells.isEmpty() ? Set.of(start) : cells;
  }

  private static GridCell stepped(GridCell cell, SplittableRandom random) {
    List<GridCell> near = GRID.neighbours(cell);
    return near.get(random.nextInt(near.size()));
  }

  /** Cells that can be reached from some without entering shown ones. */
  static Set<GridCell> flood(Grid grid, Set<GridCell> from, Set<GridCell> within) {
    Set<GridCell> reached = new HashSet<>(from);
    Deque<GridCell> next = new ArrayDeque<>(from);
    while (!next.isEmpty()) {
      for (GridCell cell : grid.besides(next.remove())) {
        if (within.contains(cell) && reached.add(cell)) {
          next.add(cell);
        }
      }
    }
    return reached;
  }
}
