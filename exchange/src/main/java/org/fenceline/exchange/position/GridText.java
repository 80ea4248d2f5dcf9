package org.fenceline.exchange.position;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.land.geodesy.Position;

/** UTM and UPS: zone and hemisphere, metres east, metres north. */
final class GridText {
  private static final String EAST = "(\\d{5,8}(?:[.,]\\d{1,9})?) ?M?";
  private static final String NORTH = "(\\d{1,8}(?:[.,]\\d{1,9})?) ?M?";
  private static final String BOTH = "[ ,;:]*" + EAST + " ?E?[ ,;/]+" + NORTH + " ?N?";
  private static final Pattern UTM =
      Pattern.compile("(?:UTM)? ?(?:ZONE)? ?(\\d{1,2}) ?(NORTH|SOUTH|[A-Z])" + BOTH);
  private static final Pattern UPS = Pattern.compile("UPS ?(NORTH|SOUTH|[NSABYZ])" + BOTH);

  private static final String BANDS = "CDEFGHJKLMNPQRSTUVWX";
  private static final double BAND_DEGREES = 8;
  private static final double LOWEST_BAND = -80;
  // Band letters are held against the latitude with this much patience: a degree, so that a point
  // at
  // the edge of a band may carry either letter.
  private static final double PATIENCE_DEGREES = 1;

  // A zone and its neighbours, so that a field across a zone's edge can be in one grid.
  private static final double LEAST_EAST = 100_000;
  private static final double MOST_EAST = 900_000;
  private static final double MOST_NORTH = 10_000_000;
  private static final double MOST_NORTH_OF_EQUATOR = 9_400_000;
  private static final double LEAST_SOUTH_OF_EQUATOR = 1_000_000;
  // From the south pole to 80° are 1,113 km on the grid.
  private static final double LEAST_POLAR = 880_000;
  private static final double MOST_POLAR = 3_120_000;

  // A tenth of a step of a position.
  private static final int MOST_DECIMALS = 5;

  private GridText() {}

  /** Reads a text; empty when it is not of this form. */
  static Optional<PositionReading> read(String plain) throws MalformedInput {
    Matcher ups = UPS.matcher(plain);
    if (ups.matches()) {
      boolean north = ups.group(1).startsWith("N") || "YZ".contains(ups.group(1));
      return Optional.of(polar(new Grid(0, north), number(ups.group(2)), number(ups.group(3))));
    }
    Matcher utm = UTM.matcher(plain);
    if (!utm.matches()) {
      return Optional.empty();
    }
    int zone = Integer.parseInt(utm.group(1));
    if (zone < 1 || zone > Grid.ZONES) {
      throw PositionProblem.zone(
          "there is no UTM zone " + zone, "they run from 1 to 60; polar points are in UPS");
    }
    BigDecimal east = number(utm.group(3));
    BigDecimal north = number(utm.group(4));
    checkEasting(east, north);
    boolean isNorth = isNorth(zone, utm.group(2), north.doubleValue());
    checkNorthing(isNorth, north);
    Position position =
        new Grid(zone, isNorth).locate(new Grid.Point(east.doubleValue(), north.doubleValue()));
    checkBand(utm.group(2), position);
    return Optional.of(new PositionReading(position, Notation.UTM, step(east, north)));
  }

  private static PositionReading polar(Grid grid, BigDecimal east, BigDecimal north)
      throws MalformedInput {
    checkRange("easting", east, LEAST_POLAR, MOST_POLAR);
    checkRange("northing", north, LEAST_POLAR, MOST_POLAR);
    return new PositionReading(
        grid.locate(new Grid.Point(east.doubleValue(), north.doubleValue())),
        Notation.UPS,
        step(east, north));
  }

  /**
   * Which hemisphere a letter means. N is north, as a hemisphere and as a band. S is the south, but
   * as a band it lies 32° to 40° north.
   */
  private static boolean isNorth(int zone, String letter, double north) throws MalformedInput {
    if (letter.equals("NORTH") || letter.equals("N")) {
      return true;
    }
    if (letter.equals("SOUTH")) {
      return false;
    }
    if (letter.equals("S")) {
      double asBand = new Grid(zone, true).locate(new Grid.Point(500_000, north)).latitude();
      if (!isInBand('S', asBand)) {
        return false;
      }
      throw PositionProblem.ambiguous(
          zone + "S may be the southern hemisphere or band S, 32° to 40° north",
          "write " + zone + " south or " + zone + " north");
    }
    if (!isBand(letter.charAt(0))) {
      throw PositionProblem.zone(
          "there is no band " + letter + " in UTM",
          "they are C to X without I and O; polar points are in UPS");
    }
    return letter.charAt(0) >= 'N';
  }

  private static void checkBand(String letter, Position position) throws MalformedInput {
    if (letter.length() == 1
        && !letter.equals("N")
        && !letter.equals("S")
        && !isInBand(letter.charAt(0), position.latitude())) {
      throw PositionProblem.zone(
          "that northing is at latitude "
              + Math.round(position.latitude())
              + "°, which is not in band "
              + letter,
          "check zone, band and northing, or write north or south in place of the band");
    }
  }

  /** Whether a letter names a band of UTM. */
  static boolean isBand(char letter) {
    return BANDS.indexOf(letter) >= 0;
  }

  /** Whether a latitude is in a band of UTM, or so near that it may carry its letter. */
  static boolean isInBand(char letter, double latitude) {
    int band = BANDS.indexOf(letter);
    double south = LOWEST_BAND + band * BAND_DEGREES;
    // The last band, X, is 12° high.
    double height = letter == 'X' ? BAND_DEGREES * 3 / 2 : BAND_DEGREES;
    return latitude >= south - PATIENCE_DEGREES && latitude <= south + height + PATIENCE_DEGREES;
  }

  private static void checkEasting(BigDecimal east, BigDecimal north) throws MalformedInput {
    if (east.doubleValue() > MOST_EAST && north.doubleValue() <= MOST_EAST) {
      throw PositionProblem.swapped(
          "easting " + east + " does not exist, it ends at 900000; as a northing it does",
          "easting and northing stand in each other's place, write the easting first");
    }
    checkRange("easting", east, LEAST_EAST, MOST_EAST);
  }

  private static void checkNorthing(boolean isNorth, BigDecimal north) throws MalformedInput {
    checkRange(
        "northing",
        north,
        isNorth ? 0 : LEAST_SOUTH_OF_EQUATOR,
        isNorth ? MOST_NORTH_OF_EQUATOR : MOST_NORTH);
  }

  private static void checkRange(String what, BigDecimal metres, double least, double most)
      throws MalformedInput {
    if (metres.doubleValue() < least || metres.doubleValue() > most) {
      throw PositionProblem.range(
          what + " " + metres + " does not exist on this grid",
          "it runs from " + (long) least + " to " + (long) most);
    }
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text.replace(',', '.'));
  }

  private static double step(BigDecimal east, BigDecimal north) {
    return Math.pow(10, -Math.min(east.scale(), north.scale()));
  }

  static String write(Position position, Notation notation, double resolutionMetres) {
    Grid grid = Grid.of(position);
    if (grid.isPolar() != (notation == Notation.UPS)) {
      throw new IllegalArgumentException(
          position
              + " is not in "
              + notation
              + "; UTM reaches from 80° south to 84° north, UPS lies beyond");
    }
    Grid.Point point = grid.project(position);
    int decimals = Math.clamp(PositionText.decimals(1, resolutionMetres), 0, MOST_DECIMALS);
    return (grid.isPolar() ? "UPS " : "UTM " + grid.zone() + " ")
        + (grid.north() ? "north " : "south ")
        + metres(point.east(), decimals)
        + " "
        + metres(point.north(), decimals);
  }

  private static String metres(double metres, int decimals) {
    return BigDecimal.valueOf(metres).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
