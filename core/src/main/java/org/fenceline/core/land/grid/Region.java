package org.fenceline.core.land.grid;

import java.util.List;

/**
 * Shown cells that hang together, at corners too: one hazard, as far as the public is told.
 *
 * @param cells from south to north, in a row from west to east
 */
public record Region(List<GridCell> cells) {
  public Region {
    cells = List.copyOf(cells);
  }
}
