package org.fenceline.exchange.mined;

import java.util.List;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.land.mined.MinePosition;

/**
 * The positions of one field, out of a file of many.
 *
 * @param field its short name
 * @param line the line on which it begins, from 1
 * @param mines where its mines lie, in the file's order
 * @param text the same as a file of its own, to be sealed
 */
public record FieldPositions(Name field, int line, List<MinePosition> mines, String text) {

  public FieldPositions {
    mines = List.copyOf(mines);
  }

  /** Never a position. */
  @Override
  public String toString() {
    return mines.size() + " mines of field " + field;
  }
}
