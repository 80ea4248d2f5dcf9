package org.fenceline.core.land.traverse;

import org.fenceline.core.land.geodesy.Position;

/** Which north bearings are counted from. */
public sealed interface North {

  /** Degrees by which this north lies east of true north, at a position. */
  double eastOfTrueDegrees(Position at);

  /** The direction of the pole. */
  record True() implements North {
    @Override
    public double eastOfTrueDegrees(Position at) {
      return 0;
    }
  }

  /**
   * The direction of the compass needle, on the day and at the place of the survey.
   *
   * @param declinationDegrees by how much the needle points east of true north; west is below 0
   */
  record Magnetic(double declinationDegrees) implements North {
    public Magnetic {
      check("declination", declinationDegrees);
    }

    @Override
    public double eastOfTrueDegrees(Position at) {
      return declinationDegrees;
    }
  }

  /**
   * The direction of a map's grid lines, as its margin gives it.
   *
   * @param convergenceDegrees by how much grid north lies east of true north; west is below 0
   */
  record Grid(double convergenceDegrees) implements North {
    public Grid {
      check("convergence", convergenceDegrees);
    }

    @Override
    public double eastOfTrueDegrees(Position at) {
      return convergenceDegrees;
    }
  }

  /**
   * The direction of the grid lines of a UTM zone, reckoned for each place.
   *
   * @param zone from 1 to 60
   */
  record UtmGrid(int zone) implements North {
    private static final int ZONES = 60;

    public UtmGrid {
      if (zone < 1 || zone > ZONES) {
        throw new IllegalArgumentException(zone + " is no UTM zone; they run from 1 to 60");
      }
    }

    @Override
    public double eastOfTrueDegrees(Position at) {
      return UtmConvergence.degrees(zone, at);
    }
  }

  private static void check(String what, double degrees) {
    if (!Double.isFinite(degrees) || Math.abs(degrees) > AngleUnit.DEGREES.fullTurn() / 2) {
      throw new IllegalArgumentException(
          "a " + what + " of " + degrees + " degrees does not exist; east is above 0, west below");
    }
  }
}
