package org.fenceline.core.land.traverse;

import org.fenceline.core.land.geodesy.Position;

/**
 * A direction as it was read from compass, theodolite or map: clockwise from a north.
 *
 * @param angle from 0 to the full turn of its unit
 * @param unit what the angle counts
 * @param north which north it is counted from
 */
public record Bearing(double angle, AngleUnit unit, North north) {

  public Bearing {
    if (!(angle >= 0 && angle <= unit.fullTurn())) {
      throw new IllegalArgumentException(
          "a bearing of "
              + angle
              + " does not exist; in "
              + unit
              + " they run from 0 to "
              + (int) unit.fullTurn());
    }
  }

  /** A bearing from true north, in degrees. */
  public static Bearing ofTrueDegrees(double degrees) {
    return new Bearing(degrees, AngleUnit.DEGREES, new North.True());
  }

  /** Degrees clockwise from true north, for a reading taken at a position; may pass a full turn. */
  public double trueDegrees(Position at) {
    return unit.toDegrees(angle) + north.eastOfTrueDegrees(at);
  }
}
