package org.fenceline.core.land.nearby;

import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Horizon;

/** How far a footprint is, as far as that is known. */
sealed interface Span {
  /** From within. */
  Seen INSIDE = new Seen(0, 0, 0, 0, 0);

  /** Metres at least. */
  double least();

  /** Metres at most. */
  double most();

  /** Too far for the plane. */
  record Between(double least, double most) implements Span {}

  /**
   * Seen, on the plane or along geodesics; infinitely far when it lies beyond what was asked for.
   *
   * @param east metres to the east, on the plane, of its nearest point; 0 from within
   * @param north metres to the north
   * @param offMetres how far off that point may be
   */
  record Seen(double least, double most, double east, double north, double offMetres)
      implements Span {
    /** Half of it is what a whole answer is right to. */
    private static final double EXACT_METRES = 0.001;

    /** In the middle of what is possible: right to half a millimetre when it is exact. */
    double metres() {
      return least + (most - least) / 2;
    }

    double azimuthDegrees() {
      return most == 0 ? 0 : Geodesics.turn(Math.toDegrees(Math.atan2(east, north)));
    }

    boolean isExact() {
      return most - least <= EXACT_METRES;
    }

    /**
     * Whether one geodesic to the point that is nearest on the plane tells how far it is: the point
     * itself is known well enough, and no other that is as near on the plane is nearer on the
     * earth, whose curvature differs by 0.7 % from direction to direction.
     *
     * @param radiusMetres of a ball round the whole
     */
    boolean isOfOnePoint(double radiusMetres) {
      double bend = most * Horizon.CURVATURE;
      return offMetres + 0.007 * radiusMetres * bend * bend <= EXACT_METRES / 2;
    }
  }
}
