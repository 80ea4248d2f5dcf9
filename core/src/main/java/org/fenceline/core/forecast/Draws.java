package org.fenceline.core.forecast;

import java.util.EnumMap;
import java.util.Map;
import org.fenceline.core.forecast.Scenario.Quantity;

/**
 * Values for every number of a scenario, by path: columns, because all paths are followed together.
 */
final class Draws {
  private final Map<Quantity, double[]> columns = new EnumMap<>(Quantity.class);

  /** Room for so many paths. */
  Draws(int paths) {
    for (Quantity quantity : Quantity.values()) {
      columns.put(quantity, new double[paths]);
    }
  }

  /** One path with the given values. */
  static Draws of(Map<Quantity, Double> values) {
    Draws draws = new Draws(1);
    values.forEach((quantity, value) -> draws.of(quantity)[0] = value);
    return draws;
  }

  /** The values of a quantity, one a path. */
  double[] of(Quantity quantity) {
    double[] column = columns.get(quantity);
    if (column == null) {
      throw new IllegalStateException("every number has a column");
    }
    return column;
  }
}
