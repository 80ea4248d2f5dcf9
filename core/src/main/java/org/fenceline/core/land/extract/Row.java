package org.fenceline.core.land.extract;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.fenceline.core.entry.value.Geometry;

/**
 * One thing on the land.
 *
 * @param layer of which layer
 * @param id its name in its layer: the entry's id, with a part's number where an entry has several;
 *     ASCII
 * @param place where; empty when nobody knows
 * @param cells its values by column; those without a value are left out
 */
public record Row(
    Layer layer, String id, Optional<Geometry> place, SequencedMap<String, Cell> cells)
    implements Comparable<Row> {
  private static final Comparator<Row> ORDER =
      Comparator.comparing((Row row) -> row.layer().word()).thenComparing(Row::id);

  public Row {
    SequencedMap<String, Cell> kept = new LinkedHashMap<>(cells);
    kept.forEach((name, cell) -> {
      if (layer.column(name).filter(column -> column.mayHold(cell)).isEmpty()) {
        throw new IllegalStateException(layer.word() + " has no column " + name + " of that type");
      }
    });
    cells = Collections.unmodifiableSequencedMap(kept);
  }

  /** A column's value. */
  public Optional<Cell> cell(String column) {
    return Optional.ofNullable(cells.get(column));
  }

  /** By the layer's name, then by id. */
  @Override
  public int compareTo(Row other) {
    return ORDER.compare(this, other);
  }
}
