package org.fenceline.core.forecast;

import java.util.Arrays;

/**
 * How a result is spread over the paths.
 *
 * @param p5 one path in twenty lies below
 * @param p50 half of the paths lie below
 * @param p95 nineteen paths in twenty lie below
 */
public record Percentiles(double p5, double p50, double p95) {

  /** Of values, by nearest rank; the values are sorted in place. */
  static Percentiles of(double[] values) {
    Arrays.sort(values);
    return new Percentiles(rank(values, 0.05), rank(values, 0.5), rank(values, 0.95));
  }

  private static double rank(double[] sorted, double probability) {
    int index = (int) Math.ceil(probability * sorted.length) - 1;
    return sorted[Math.max(0, index)];
  }
}
