package org.fenceline.core.entry.value;

/**
 * A number of mines: whole, at least one, and within what JSON keeps exact.
 *
 * @param mines the number
 */
public record Quantity(long mines) {

  /** The largest quantity, 2^53 − 1. */
  public static final long LARGEST = (1L << 53) - 1;

  public Quantity {
    if (mines < 1 || mines > LARGEST) {
      throw new IllegalArgumentException(
          mines + " is not a quantity of mines; write a whole number from 1 to 2^53-1");
    }
  }
}
