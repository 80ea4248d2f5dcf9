package org.fenceline.core.land.extract;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.Geometry;

/** A row that is being filled; what has no value is left out. */
final class Filling {
  private final Layer layer;
  private final String id;
  private final Optional<Geometry> place;
  private final SequencedMap<String, Cell> cells = new LinkedHashMap<>();

  Filling(Layer layer, String id, Optional<Geometry> place) {
    this.layer = layer;
    this.id = id;
    this.place = place;
  }

  Row row() {
    return new Row(layer, id, place, cells);
  }

  /** Words; of an optional value those of what it holds. */
  Filling put(String column, Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(held -> put(column, held));
    } else if (!value.toString().isEmpty()) {
      cells.put(column, new Cell.Text(value.toString()));
    }
    return this;
  }

  Filling decimal(String column, Optional<BigDecimal> value) {
    value.ifPresent(number -> cells.put(column, new Cell.Decimal(number)));
    return this;
  }

  Filling whole(String column, long value) {
    cells.put(column, new Cell.Whole(value));
    return this;
  }

  Filling whole(String column, Optional<Count> value) {
    value.ifPresent(count -> whole(column, count.number()));
    return this;
  }

  Filling flag(String column, boolean value) {
    cells.put(column, new Cell.Flag(value));
    return this;
  }
}
