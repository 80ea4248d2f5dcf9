package org.fenceline.core.land.grid;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fills gaps narrower than three cells, so that no lane between fields shows.
 *
 * <p>Two rules, the second on what the first leaves:
 *
 * <ol>
 *   <li><b>Pairs.</b> Two touched cells with fewer than three rows between them, and less than
 *       three columns (of the widest in these rows), are joined: every cell into which the straight
 *       line between their middles enters, drawn in degrees, is filled. So no path of unshown cells
 *       leads between two touched cells that are less than three cells apart: it would have to
 *       cross that line, which lies in shown cells from end to end.
 *   <li><b>Blocks.</b> A cell stays unshown only if it lies in a block of unshown cells three rows
 *       high and three cells wide. So what is unshown is nowhere narrower than three cells, dead
 *       ends and ponds included.
 * </ol>
 *
 * <p>Both only ever add cells, both look at sets and not at the order in which cells came, and with
 * more touched cells each fills at least as many. The first is applied once, to touched cells
 * alone: applied to its own result over and over it would end in the convex hull of a whole border.
 * All arithmetic is on whole numbers.
 */
final class Filling {
  /** Gaps narrower than so many cells are filled. */
  static final int CELLS = 3;

  private final Grid grid;

  Filling(Grid grid) {
    this.grid = grid;
  }

  /** Touched cells, and those that are filled. */
  Set<GridCell> fill(Set<GridCell> touched) {
    Set<GridCell> joined = new HashSet<>(touched);
    touched.forEach(cell -> joinAround(cell, touched, joined));
    Set<GridCell> filled = new HashSet<>(joined);
    for (GridCell candidate : around(joined)) {
      if (blocksOf(candidate).stream().noneMatch(block -> isFree(block, joined))) {
        filled.add(candidate);
      }
    }
    return filled;
  }

  private Set<GridCell> around(Set<GridCell> cells) {
    Set<GridCell> near = new HashSet<>();
    cells.forEach(cell -> near.addAll(grid.neighbours(cell)));
    near.removeAll(cells);
    Set<GridCell> second = new HashSet<>(near);
    near.forEach(cell -> second.addAll(grid.neighbours(cell)));
    second.removeAll(cells);
    return second;
  }

  // ---- pairs

  private void joinAround(GridCell cell, Set<GridCell> touched, Set<GridCell> joined) {
    for (int row = cell.row(); row <= cell.row() + CELLS && grid.hasRow(row); row++) {
      for (GridCell other : partners(cell, row)) {
        if (touched.contains(other) && cell.compareTo(other) < 0) {
          Line line = new Line(cell, other);
          if (line.isShort()) {
            line.enter(joined);
          }
        }
      }
    }
  }

  /** Cells of a row that may be near enough, and some more. */
  private List<GridCell> partners(GridCell cell, int row) {
    long own = grid.columns(cell.row());
    long columns = grid.columns(row);
    long reach = (CELLS + 2) * columns / narrowest(cell.row(), row) + 2;
    long under = (2L * cell.column() + 1) * columns / (2 * own);
    return grid.between(row, under - reach, under + reach);
  }

  /** Columns of the row with the fewest, from one row to another. */
  private long narrowest(int row, int otherRow) {
    // Rows lose columns towards the poles, so that the fewest are at one end.
    return Math.min(grid.columns(row), grid.columns(otherRow));
  }

  /**
   * The line between the middles of two cells, the second not south of the first. Longitudes are
   * counted in parts of the earth's turn, {@code 2·n1·n2} to the turn, so that both middles are
   * whole.
   */
  private final class Line {
    private final GridCell from;
    private final int rows;
    private final long turn;
    private final long start;
    private final long east;
    private final long halves;
    private final long narrowest;

    Line(GridCell from, GridCell to) {
      this.from = from;
      this.rows = to.row() - from.row();
      long fromColumns = grid.columns(from.row());
      long toColumns = grid.columns(to.row());
      this.turn = 2 * fromColumns * toColumns;
      this.start = (2L * from.column() + 1) * toColumns;
      // The short way round the earth.
      long ahead = Math.floorMod((2L * to.column() + 1) * fromColumns - start, turn);
      this.east = 2 * ahead > turn ? ahead - turn : ahead;
      this.halves = fromColumns + toColumns;
      this.narrowest = narrowest(from.row(), to.row());
    }

    /** Whether the gap is narrower than three cells; that of rows is by the choice of the pair. */
    boolean isShort() {
      return (Math.abs(east) - halves) * narrowest < CELLS * turn;
    }

    void enter(Set<GridCell> cells) {
      if (rows == 0) {
        enter(from.row(), start, start + east, turn, cells);
        return;
      }
      // The line is cut where it passes from row to row: after 1, 3, 5 ... of 2·rows parts.
      for (int row = 0; row <= rows; row++) {
        long begin = Math.max(0, 2L * row - 1);
        long end = Math.min(2L * rows, 2L * row + 1);
        enter(
            from.row() + row,
            2L * rows * start + begin * east,
            2L * rows * start + end * east,
            2L * rows * turn,
            cells);
      }
    }

    private void enter(int row, long begin, long end, long whole, Set<GridCell> cells) {
      long columns = grid.columns(row);
      long west = Math.min(begin, end) * columns;
      long eastEnd = Math.max(begin, end) * columns;
      long first = Math.floorDiv(west, whole);
      long last = Math.ceilDiv(eastEnd, whole) - 1;
      // Straight north on the edge between two columns: both.
      cells.addAll(grid.between(row, Math.min(first, last), Math.max(first, last)));
    }
  }

  // ---- blocks

  /** The blocks in which a cell lies. */
  private List<Set<GridCell>> blocksOf(GridCell cell) {
    Set<GridCell> middles = new TreeSet<>();
    for (int row = cell.row() - 1; row <= cell.row() + 1; row++) {
      if (grid.hasRow(row)) {
        for (GridCell under : grid.columnsUnder(cell.row(), cell.column(), 1, row)) {
          middles.addAll(grid.between(row, under.column() - 1L, under.column() + 1L));
        }
      }
    }
    return middles.stream().map(this::block).filter(block -> block.contains(cell)).toList();
  }

  /**
   * Three cells beside each other, and in the rows above and below them all cells that share some
   * of their longitudes.
   */
  private Set<GridCell> block(GridCell middle) {
    Set<GridCell> block = new HashSet<>();
    for (int row = middle.row() - 1; row <= middle.row() + 1; row++) {
      if (grid.hasRow(row)) {
        block.addAll(grid.columnsUnder(middle.row(), middle.column() - 1L, CELLS, row));
      }
    }
    return block;
  }

  private static boolean isFree(Set<GridCell> block, Set<GridCell> shown) {
    return block.stream().noneMatch(shown::contains);
  }

  /** Whether a cell lies in a block of which nothing is shown. */
  boolean isInFreeBlock(GridCell cell, Set<GridCell> shown) {
    return blocksOf(cell).stream().anyMatch(block -> isFree(block, shown));
  }
}
