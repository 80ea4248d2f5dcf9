package org.fenceline.core.forecast;

import org.apache.commons.numbers.arrays.Selection;

/**
 * How a result is spread over the paths.
 *
 * @param p5 one path in twenty lies below
 * @param p50 half of the paths lie below
 * @param p95 nineteen paths in twenty lie below
 */
public record Percentiles(double p5, double p50, double p95) {

  /** Of values, by nearest rank; the values change places. */
  static Percentiles of(double[] values) {
    int[] ranks = {
      rank(values.length, 0.05), rank(values.length, 0.5), rank(values.length, 0.95),
    };
    // Three ranks need no sorting of the rest.
    Selection.select(values, ranks.clone());
    return new Percentiles(values[ranks[0]], values[ranks[1]], values[ranks[2]]);
  }

  private static int rank(int size, double probability) {
    return Math.max(0, (int) Math.ceil(probability * size) - 1);
  }
}
