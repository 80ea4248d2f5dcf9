package org.fenceline.core.land.extract;

import java.util.List;

/**
 * Rows that leave the register together.
 *
 * @param head what they are
 * @param rows by layer and id
 */
public record Extract(ExtractHead head, List<Row> rows) {
  public Extract {
    rows = rows.stream().sorted().toList();
    List<Layer> layers = Layer.of(head.disclosure());
    if (rows.stream().anyMatch(row -> !layers.contains(row.layer()))) {
      throw new IllegalStateException("a row is of another disclosure than its extract");
    }
  }

  /** The rows of a layer. */
  public List<Row> of(Layer layer) {
    return rows.stream().filter(row -> row.layer() == layer).toList();
  }

  /** The layers in which it has rows. */
  public List<Layer> layers() {
    return Layer.of(head.disclosure()).stream().filter(layer -> !of(layer).isEmpty()).toList();
  }
}
