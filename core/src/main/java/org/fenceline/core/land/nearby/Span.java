package org.fenceline.core.land.nearby;

import org.fenceline.core.land.geodesy.Nearest;

/** How far a footprint is, as far as that is known. */
sealed interface Span {

  /** Metres at least. */
  double least();

  /** Metres at most. */
  double most();

  /** Measured along geodesics. */
  record Measured(Nearest nearest) implements Span {
    @Override
    public double least() {
      return nearest.metres();
    }

    @Override
    public double most() {
      return nearest.metres();
    }
  }

  /** Too far for the plane. */
  record Between(double least, double most) implements Span {}

  /**
   * Seen on the plane; infinitely far when it lies beyond what was asked for.
   *
   * @param mostOnPlane metres at most, on the plane
   */
  record OnPlane(double least, double most, double mostOnPlane) implements Span {}
}
