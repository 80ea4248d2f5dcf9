package org.fenceline.exchange.position;

import java.util.Optional;

/**
 * A square of 100 km of the military grid, by its letters (DMA TM 8358.1, chapter 3).
 *
 * @param grid the grid on which it lies
 * @param corner its south-western corner
 */
record MgrsSquare(Grid grid, Grid.Point corner) {
  /** Side of a square. */
  static final double SIDE_METRES = 100_000;

  // In a zone: columns from 100 km east, in three sets that the zones take in turn; rows from the
  // equator, again from A after 2,000 km, in even zones five letters on.
  private static final String COLUMNS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int COLUMNS_OF_ZONE = 8;
  private static final String ROWS = "ABCDEFGHJKLMNPQRSTUV";
  private static final int EVEN_ZONES_BEGIN_AT = 5;
  private static final double MOST_NORTH_METRES = 10_000_000;

  // At the poles: columns to both sides of 2,000 km east, rows from the south.
  private static final double POLE_METRES = 2_000_000;
  private static final String POLAR_ROWS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String WEST_OF_SOUTH_POLE = "JKLPQRSTUXYZ";
  private static final String EAST_OF_SOUTH_POLE = "ABCFGHJKLPQR";
  private static final String WEST_OF_NORTH_POLE = "RSTUXYZ";
  private static final String EAST_OF_NORTH_POLE = "ABCFGHJ";
  // A square's diagonal and a little, in degrees.
  private static final double PATIENCE_DEGREES = 1.3;

  /**
   * The square of a zone and band. Its easting may lie beyond the zone, as on maps that carry one
   * zone's grid into the next: it is one place all the same.
   *
   * @param letters of column and row
   */
  static Optional<MgrsSquare> ofZone(int zone, char band, String letters) {
    int column = COLUMNS.indexOf(letters.charAt(0)) - (zone - 1) % 3 * COLUMNS_OF_ZONE;
    int row = ROWS.indexOf(letters.charAt(1));
    if (zone < 1
        || zone > Grid.ZONES
        || !GridText.isBand(band)
        || column < 0
        || column >= COLUMNS_OF_ZONE
        || row < 0) {
      return Optional.empty();
    }
    Grid grid = new Grid(zone, band >= 'N');
    double east = (column + 1) * SIDE_METRES;
    int begin = zone % 2 == 0 ? EVEN_ZONES_BEGIN_AT : 0;
    double north = Math.floorMod(row - begin, ROWS.length()) * SIDE_METRES;
    for (; north < MOST_NORTH_METRES; north += ROWS.length() * SIDE_METRES) {
      MgrsSquare square = new MgrsSquare(grid, new Grid.Point(east, north));
      if (GridText.isInBand(band, square.middleLatitude())) {
        return Optional.of(square);
      }
    }
    return Optional.empty();
  }

  /**
   * The square of a pole.
   *
   * @param half A and B are the western and eastern half of the south, Y and Z of the north
   * @param letters of column and row
   */
  static Optional<MgrsSquare> ofPole(char half, String letters) {
    String columns =
        switch (half) {
          case 'A' -> WEST_OF_SOUTH_POLE;
          case 'B' -> EAST_OF_SOUTH_POLE;
          case 'Y' -> WEST_OF_NORTH_POLE;
          default -> EAST_OF_NORTH_POLE;
        };
    boolean isNorth = half >= 'Y';
    boolean isWest = half == 'A' || half == 'Y';
    int column = columns.indexOf(letters.charAt(0));
    int row = POLAR_ROWS.indexOf(letters.charAt(1));
    int reach = (isNorth ? EAST_OF_NORTH_POLE : EAST_OF_SOUTH_POLE).length();
    if (column < 0 || row < 0 || row >= 2 * reach) {
      return Optional.empty();
    }
    MgrsSquare square =
        new MgrsSquare(
            new Grid(0, isNorth),
            new Grid.Point(
                POLE_METRES + (isWest ? column - reach : column) * SIDE_METRES,
                POLE_METRES + (row - reach) * SIDE_METRES));
    double latitude = square.middleLatitude();
    boolean isThere =
        isNorth
            ? latitude > Grid.UTM_NORTH - PATIENCE_DEGREES
            : latitude < Grid.UTM_SOUTH + PATIENCE_DEGREES;
    return isThere ? Optional.of(square) : Optional.empty();
  }

  private double middleLatitude() {
    return grid.locate(
            new Grid.Point(corner.east() + SIDE_METRES / 2, corner.north() + SIDE_METRES / 2))
        .latitude();
  }

  /**
   * The smaller square within this one: its middle, and its side as the resolution.
   *
   * @param digits of easting and as many of northing, from the largest
   */
  PositionReading read(String digits) {
    int half = digits.length() / 2;
    double side = SIDE_METRES / Math.pow(10, half);
    double east = corner.east() + (number(digits.substring(0, half)) + 0.5) * side;
    double north = corner.north() + (number(digits.substring(half)) + 0.5) * side;
    return new PositionReading(grid.locate(new Grid.Point(east, north)), Notation.MGRS, side);
  }

  private static int number(String digits) {
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }
}
