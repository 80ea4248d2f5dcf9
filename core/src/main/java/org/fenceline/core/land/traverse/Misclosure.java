package org.fenceline.core.land.traverse;

/**
 * By how much a traverse fails to end where it should.
 *
 * @param metres from the end that was measured to the one that should be
 * @param azimuth direction of that, degrees clockwise from true north; of no meaning when metres is
 *     0
 * @param lengthMetres sum of the legs that close on it
 */
public record Misclosure(double metres, double azimuth, double lengthMetres) {

  /** The n of the ratio 1:n; infinite when it closes exactly. */
  public double ratio() {
    return metres == 0 ? Double.POSITIVE_INFINITY : lengthMetres / metres;
  }

  /** Whether it is at most 1:n. */
  public boolean isWithin(double n) {
    return ratio() >= n;
  }
}
