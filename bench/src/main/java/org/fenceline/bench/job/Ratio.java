package org.fenceline.bench.job;

import java.util.List;

/**
 * A ratio over some rounds.
 *
 * @param median the middle one; of an even number of rounds the mean of the middle two
 * @param least the smallest
 * @param most the largest
 */
public record Ratio(double median, double least, double most) {

  /** Of at least one round's ratios. */
  public static Ratio of(List<Double> ratios) {
    List<Double> sorted = ratios.stream().sorted().toList();
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("a ratio needs a round");
    }
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return new Ratio(median, sorted.getFirst(), sorted.getLast());
  }
}
