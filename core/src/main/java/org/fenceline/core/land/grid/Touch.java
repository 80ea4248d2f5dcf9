package org.fenceline.core.land.grid;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Reach;

/**
 * Finds the cells that grown hazards touch: from the cells of all corners outwards, as long as the
 * next cell is touched too. In doubt, by a few centimetres ({@link Grid#bulgeMetres}), a cell is
 * touched.
 */
final class Touch {
  private final Grid grid;

  Touch(Grid grid) {
    this.grid = grid;
  }

  /**
   * The cells into which a hazard reaches once it is grown by a margin and its own error.
   *
   * @throws TooManyCells when there are more than {@link PublicLayer#MOST_CELLS}
   */
  Set<GridCell> of(Hazard hazard, double marginMetres) {
    return of(hazard.footprint(), hazard.accuracyMetres() + marginMetres);
  }

  private Set<GridCell> of(Footprint footprint, double metres) {
    Set<GridCell> touched = new HashSet<>();
    if (footprint.isNowhere()) {
      return touched;
    }
    if (metres > Reach.FARTHEST_METRES) {
      throw new TooManyCells();
    }
    Reach reach = Reach.of(footprint);
    Deque<GridCell> next = new ArrayDeque<>();
    Set<GridCell> seen = new HashSet<>();
    for (Position corner : footprint.corners()) {
      GridCell cell = grid.cellOf(corner);
      if (seen.add(cell)) {
        next.add(cell);
      }
    }
    while (!next.isEmpty()) {
      GridCell cell = next.remove();
      if (isWithin(reach, cell, metres)) {
        touched.add(cell);
        if (touched.size() > PublicLayer.MOST_CELLS) {
          throw new TooManyCells();
        }
        for (GridCell neighbour : grid.neighbours(cell)) {
          if (seen.add(neighbour)) {
            next.add(neighbour);
          }
        }
      }
    }
    return touched;
  }

  /** Whether something comes within some metres of a cell. */
  boolean isWithin(Reach reach, GridCell cell, double metres) {
    return reach.comesWithin(grid.outline(cell), metres + grid.bulgeMetres(cell.row()));
  }
}
