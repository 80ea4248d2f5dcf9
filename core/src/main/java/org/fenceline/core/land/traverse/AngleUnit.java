package org.fenceline.core.land.traverse;

/** What bearings are counted in. */
public enum AngleUnit {
  /** 360 to the full turn. */
  DEGREES(360),

  /** NATO mils, 6,400 to the full turn; not the Soviet 6,000 nor Sweden's old 6,300. */
  MILS(6_400);

  private final double fullTurn;

  AngleUnit(double fullTurn) {
    this.fullTurn = fullTurn;
  }

  /** The units of a full turn. */
  public double fullTurn() {
    return fullTurn;
  }

  /** An angle of this unit in degrees. */
  public double toDegrees(double angle) {
    return angle * DEGREES.fullTurn / fullTurn;
  }
}
