package org.fenceline.core.land.nearby;

/** What a stroke is. */
enum Role {
  /** A ring round ground; holes that follow it are its own. */
  OUTER(0),
  HOLE(1),
  LINE(2),
  /** Corners without edges. */
  PLACES(3);

  private static final int BITS = 2;
  private static final Role[] BY_CODE = {OUTER, HOLE, LINE, PLACES};

  private final int code;

  Role(int code) {
    this.code = code;
  }

  /** A word that says what a stroke is and how many corners it has. */
  int word(int corners) {
    return (corners << BITS) | code;
  }

  static Role of(int word) {
    return BY_CODE[word & 3];
  }

  static int corners(int word) {
    return word >>> BITS;
  }
}
