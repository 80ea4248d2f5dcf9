package org.fenceline.core.land.nearby;

import org.fenceline.core.land.geodesy.Position;

/**
 * The order in which a Hilbert curve of 2^20 steps a side passes through places, so that what is
 * near in it is near on the ground (Hilbert, Über die stetige Abbildung einer Linie auf ein
 * Flächenstück, 1891). It only makes memory be read in order: where the curve is torn, at the
 * antimeridian, nothing is lost.
 */
final class PlaceOrder {
  private static final int BITS = 20;
  private static final long SIDE = 1L << BITS;
  private static final double TURN = 360;

  private PlaceOrder() {}

  /** The number of a place on the curve. */
  static long of(Position position) {
    long x = (long) ((position.longitude() + TURN / 2) / TURN * (SIDE - 1));
    long y = (long) ((position.latitude() + TURN / 4) / (TURN / 2) * (SIDE - 1));
    long order = 0;
    for (long square = SIDE / 2; square > 0; square /= 2) {
      boolean isEast = (x & square) != 0;
      boolean isNorth = (y & square) != 0;
      order += square * square * (isEast ? (isNorth ? 2 : 3) : (isNorth ? 1 : 0));
      if (!isNorth) {
        if (isEast) {
          x = SIDE - 1 - x;
          y = SIDE - 1 - y;
        }
        long turned = x;
        x = y;
        y = turned;
      }
    }
    return order;
  }
}
