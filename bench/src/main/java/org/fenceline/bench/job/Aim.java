package org.fenceline.bench.job;

/**
 * What a job measures, and what is to come of it.
 *
 * @param name its word on the command line
 * @param measured what is measured, in words
 * @param unit of what its sizes count
 * @param goal the ratio that is to be reached
 * @param sizes how much data
 * @param limit what holds it back where the goal is missed, as profiling showed; empty where
 *     nothing is known
 */
public record Aim(String name, String measured, String unit, Goal goal, Sizes sizes, String limit) {

  /**
   * How much data a job takes.
   *
   * @param quick with {@code --quick}
   * @param usual unless told otherwise
   * @param full with {@code --full}: the size that the goal was set for
   */
  public record Sizes(long quick, long usual, long full) {
    public Sizes {
      if (quick < 1 || usual < quick || full < usual) {
        throw new IllegalArgumentException("sizes grow from quick to full");
      }
    }
  }
}
