package org.fenceline.core.land.grid;

import java.util.Comparator;

/**
 * A cell of a {@link Grid}.
 *
 * @param row steps of latitude north of the equator; below 0 south of it
 * @param column steps of longitude east of the meridian of 180 degrees
 */
public record GridCell(int row, int column) implements Comparable<GridCell> {
  private static final Comparator<GridCell> ORDER =
      Comparator.comparingInt(GridCell::row).thenComparingInt(GridCell::column);

  @Override
  public int compareTo(GridCell other) {
    return ORDER.compare(this, other);
  }
}
