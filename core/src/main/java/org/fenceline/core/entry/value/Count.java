package org.fenceline.core.entry.value;

/**
 * What somebody counted: like a quantity, but none is an answer too.
 *
 * @param mines the number, from 0
 */
public record Count(long mines) {
  public Count {
    if (mines < 0 || mines > Quantity.LARGEST) {
      throw new IllegalArgumentException(
          mines + " is not a count of mines; write a whole number from 0 to 2^53-1");
    }
  }
}
