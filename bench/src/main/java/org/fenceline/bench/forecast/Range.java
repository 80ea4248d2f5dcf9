package org.fenceline.bench.forecast;

/**
 * A percentile with what sampling alone may make of it.
 *
 * @param least the least that it may be
 * @param value what it is
 * @param most the most that it may be
 */
record Range(double least, double value, double most) {
  private static final double ROUNDING = 1e-9;

  boolean holds(double other) {
    double slack = ROUNDING * Math.abs(other);
    return other >= least - slack && other <= most + slack;
  }
}
