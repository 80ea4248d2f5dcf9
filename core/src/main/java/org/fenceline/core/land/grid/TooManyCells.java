package org.fenceline.core.land.grid;

/**
 * A record covers so much of the earth that it must be a slip; until it is corrected there is no
 * layer, because one without it would make ground look safer than the records say.
 */
public final class TooManyCells extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyCells() {
    super("a hazard covers more than " + PublicLayer.MOST_CELLS + " cells");
  }
}
