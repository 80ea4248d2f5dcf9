package org.fenceline.core.entry.value;

/**
 * What somebody counted, of mines, people or days: like a quantity, but none is an answer too.
 *
 * @param number from 0
 */
public record Count(long number) {
  public Count {
    if (number < 0 || number > Quantity.LARGEST) {
      throw new IllegalArgumentException(
          number + " is not a count; write a whole number from 0 to 2^53-1");
    }
  }
}
