package org.fenceline.core.land.nearby;

/**
 * Balls in the space in which the earth lies. Straight through it nothing is farther than along the
 * ground: what is outside of a ball by so many metres is at least so far from all that is in it.
 */
final class Balls {
  /** x, y, z of each middle, in units of 1/256 m. */
  final int[] middles;

  /** In metres; infinite round what no ball holds. */
  final float[] radiusMetres;

  Balls(int count) {
    this.middles = new int[3 * count];
    this.radiusMetres = new float[count];
  }

  int count() {
    return radiusMetres.length;
  }

  /** Sets a ball; the middle is rounded to a whole unit and the radius grown by as much. */
  void set(int ball, double x, double y, double z, double radius) {
    middles[3 * ball] = (int) Math.rint(x * Packed.UNITS_A_METRE);
    middles[3 * ball + 1] = (int) Math.rint(y * Packed.UNITS_A_METRE);
    middles[3 * ball + 2] = (int) Math.rint(z * Packed.UNITS_A_METRE);
    radiusMetres[ball] = Math.nextUp((float) (radius + Packed.ROUNDING_METRES));
  }

  double x(int ball) {
    return middles[3 * ball] / Packed.UNITS_A_METRE;
  }

  double y(int ball) {
    return middles[3 * ball + 1] / Packed.UNITS_A_METRE;
  }

  double z(int ball) {
    return middles[3 * ball + 2] / Packed.UNITS_A_METRE;
  }

  /** Metres to the middle of a ball, straight. */
  double toMiddle(int ball, double x, double y, double z) {
    double dx = x(ball) - x;
    double dy = y(ball) - y;
    double dz = z(ball) - z;
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /** Metres to what is in a ball at least. */
  double atLeast(int ball, double x, double y, double z) {
    return Math.max(0, toMiddle(ball, x, y, z) - radiusMetres[ball]);
  }
}
