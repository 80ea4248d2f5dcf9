package org.fenceline.core.land.traverse;

import org.fenceline.core.land.geodesy.Position;

/** Where the last leg of a traverse should have led. */
public sealed interface Closing {

  /** Nowhere that is known: nothing can be held against the measurements. */
  record Open() implements Closing {}

  /**
   * Back to a station of its own, as round a field.
   *
   * @param station 0 for the reference point, {@code i} for the end of the i-th leg
   */
  record OnStation(int station) implements Closing {}

  /** On a point whose position is known, as on a second reference point. */
  record OnPoint(Position known) implements Closing {}
}
