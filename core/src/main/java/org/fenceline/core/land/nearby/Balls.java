package org.fenceline.core.land.nearby;

/**
 * Balls in the space in which the earth lies. Straight through it nothing is farther than along the
 * ground: what is outside of a ball by so many metres is at least so far from all that is in it.
 *
 * <p>A ball is four whole numbers: the middle, in units of 1/256 m; and, in the halves of one,
 * radius and growth in metres, each as the upper half of a float, rounded up.
 */
final class Balls {
  private static final double UNITS = Packed.ANCHOR_UNITS;
  private static final double ROUNDING_METRES = 0.0035;
  private static final int WORDS = 4;
  private static final int HALF = 16;
  private static final int LOWER = (1 << HALF) - 1;

  private final int[] words;

  Balls(int count) {
    this.words = new int[WORDS * count];
  }

  int count() {
    return words.length / WORDS;
  }

  /** Sets a ball; the middle is rounded to a whole unit and the radius grown by as much. */
  void set(int ball, double x, double y, double z, double radius) {
    words[WORDS * ball] = (int) Math.rint(x * UNITS);
    words[WORDS * ball + 1] = (int) Math.rint(y * UNITS);
    words[WORDS * ball + 2] = (int) Math.rint(z * UNITS);
    words[WORDS * ball + 3] = (upperHalf(radius + ROUNDING_METRES) << HALF) | growthBits(ball);
  }

  /** By how much more a ball, or something in it, reaches when that is asked. */
  void grow(int ball, double growthMetres) {
    words[WORDS * ball + 3] = (words[WORDS * ball + 3] & ~LOWER) | upperHalf(growthMetres);
  }

  /** The upper half of the bits of the next float above that has no others. */
  private static int upperHalf(double metres) {
    int bits = Float.floatToIntBits(Math.nextUp((float) metres));
    return metres == Double.POSITIVE_INFINITY ? bits >>> HALF : (bits + LOWER) >>> HALF;
  }

  private int growthBits(int ball) {
    return words[WORDS * ball + 3] & LOWER;
  }

  double growthMetres(int ball) {
    return Float.intBitsToFloat(growthBits(ball) << HALF);
  }

  double radiusMetres(int ball) {
    return Float.intBitsToFloat(words[WORDS * ball + 3] & ~LOWER);
  }

  double x(int ball) {
    return words[WORDS * ball] / UNITS;
  }

  double y(int ball) {
    return words[WORDS * ball + 1] / UNITS;
  }

  double z(int ball) {
    return words[WORDS * ball + 2] / UNITS;
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
    return Math.max(0, toMiddle(ball, x, y, z) - radiusMetres(ball));
  }
}
