package org.fenceline.core.land.traverse;

/**
 * One step of a traverse.
 *
 * @param bearing direction, as read where the step begins
 * @param metres length, more than 0
 */
public record Leg(Bearing bearing, double metres) {

  /** No leg is longer: it would not be a measurement but a slip. */
  public static final double LONGEST_METRES = 1_000_000;

  public Leg {
    if (!(metres > 0 && metres <= LONGEST_METRES)) {
      throw new IllegalArgumentException(
          "a leg of "
              + metres
              + " m does not exist; write metres, above 0 and at most "
              + (int) LONGEST_METRES);
    }
  }
}
