package org.fenceline.core.land.geodesy;

/**
 * Something about a ring that a person should look at. Corners count from 0 in the order of {@link
 * Ring#corners}; step {@code i} leads from corner {@code i} to the next, the last one back to
 * corner 0.
 */
public sealed interface RingFlaw {

  /** It was not drawn back to where it began. */
  record Open(double gapMetres) implements RingFlaw {}

  /** Fewer than three different corners in a row: it encloses nothing. */
  record TooFewCorners(int corners) implements RingFlaw {}

  /** A corner is the same place as the one before it. */
  record RepeatedCorner(int corner) implements RingFlaw {}

  /** A step longer than {@link RingFlaws#LONGEST_STEP_METRES}. */
  record LongStep(int step, double metres) implements RingFlaw {}

  /** Two steps cross, touch, or run on one another. */
  record SelfCrossing(int firstStep, int secondStep, Position at) implements RingFlaw {}

  /** More crossings than {@link RingFlaws#MOST_CROSSINGS}; the others are not listed. */
  record MoreCrossings() implements RingFlaw {}

  /** Too wide to be judged, see {@link RingFlaws#WIDEST_METRES}; crossings were not looked for. */
  record TooWide(double radiusMetres) implements RingFlaw {}
}
