package org.fenceline.core.land.geodesy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * A place on the earth, in WGS 84.
 *
 * <p>Held as whole billionths of a degree, 0.11 mm of latitude: finer than any survey, every step
 * of it an exact decimal text and a distinct {@code double}, so that text, value and degrees turn
 * into each other without loss and equality means equality. The meridian of 180 degrees has two
 * longitudes and a pole all of them; they stay as given, and are told to be one place by their
 * distance alone.
 *
 * @param longitudeNanodegrees east of Greenwich, from -180·10^9 to 180·10^9
 * @param latitudeNanodegrees north of the equator, from -90·10^9 to 90·10^9
 */
public record Position(long longitudeNanodegrees, long latitudeNanodegrees) {

  /** Decimals of a degree that a position keeps. */
  public static final int DECIMALS = 9;

  private static final long DEGREE = 1_000_000_000L;
  private static final int LONGITUDE_LIMIT = 180;
  private static final int LATITUDE_LIMIT = 90;
  private static final Pattern FORM = Pattern.compile("-?\\d{1,3}(\\.\\d{1,9})?");

  public Position {
    if (Math.abs(longitudeNanodegrees) > LONGITUDE_LIMIT * DEGREE
        || Math.abs(latitudeNanodegrees) > LATITUDE_LIMIT * DEGREE) {
      check("longitude", BigDecimal.valueOf(longitudeNanodegrees, DECIMALS), LONGITUDE_LIMIT);
      check("latitude", BigDecimal.valueOf(latitudeNanodegrees, DECIMALS), LATITUDE_LIMIT);
    }
  }

  /**
   * Reads decimal degrees, as they stand in entries: an optional minus, digits, a point, at most
   * nine decimals.
   *
   * @throws IllegalArgumentException when a text is not of that form or out of range
   */
  public static Position parse(String longitude, String latitude) {
    return new Position(
        nanodegrees("longitude", longitude, LONGITUDE_LIMIT),
        nanodegrees("latitude", latitude, LATITUDE_LIMIT));
  }

  /** The position nearest to a longitude and a latitude, both in degrees. */
  public static Position ofDegrees(double longitude, double latitude) {
    if (!Double.isFinite(longitude) || !Double.isFinite(latitude)) {
      throw new IllegalArgumentException(
          "longitude " + longitude + ", latitude " + latitude + " is no place; write degrees");
    }
    return isPlainlyRounded(longitude) && isPlainlyRounded(latitude)
        ? new Position(Math.round(longitude * DEGREE), Math.round(latitude * DEGREE))
        : ofDegrees(new BigDecimal(longitude), new BigDecimal(latitude));
  }

  /** Whether the product, off by 0.00002 at most, is so far from a half that it rounds rightly. */
  private static boolean isPlainlyRounded(double degrees) {
    double nanodegrees = degrees * DEGREE;
    double part = nanodegrees - Math.floor(nanodegrees);
    return Math.abs(degrees) <= LONGITUDE_LIMIT && Math.abs(part - 0.5) > 0.001;
  }

  /** The position nearest to a longitude and a latitude, both in degrees. */
  public static Position ofDegrees(BigDecimal longitude, BigDecimal latitude) {
    check("longitude", longitude, LONGITUDE_LIMIT);
    check("latitude", latitude, LATITUDE_LIMIT);
    return new Position(rounded(longitude), rounded(latitude));
  }

  /** Degrees east of Greenwich. */
  public double longitude() {
    return (double) longitudeNanodegrees / DEGREE;
  }

  /** Degrees north of the equator. */
  public double latitude() {
    return (double) latitudeNanodegrees / DEGREE;
  }

  /** The longitude as {@link #parse} reads it, exactly, without closing zeros. */
  public String longitudeText() {
    return text(longitudeNanodegrees);
  }

  /** The latitude as {@link #parse} reads it, exactly, without closing zeros. */
  public String latitudeText() {
    return text(latitudeNanodegrees);
  }

  /** Latitude first and with letters, as people read it: {@code 52.23 N 21.01 E}. */
  @Override
  public String toString() {
    return text(Math.abs(latitudeNanodegrees))
        + (latitudeNanodegrees < 0 ? " S " : " N ")
        + text(Math.abs(longitudeNanodegrees))
        + (longitudeNanodegrees < 0 ? " W" : " E");
  }

  private static long nanodegrees(String axis, String text, int limit) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(
          axis
              + " \""
              + text
              + "\" is not in decimal degrees; write it with a point and at most nine decimals,"
              + " such as 21.0122");
    }
    BigDecimal degrees = new BigDecimal(text);
    check(axis, degrees, limit);
    return degrees.movePointRight(DECIMALS).longValueExact();
  }

  private static void check(String axis, BigDecimal degrees, int limit) {
    if (degrees.abs().compareTo(BigDecimal.valueOf(limit)) > 0) {
      throw new IllegalArgumentException(
          axis
              + " "
              + degrees.stripTrailingZeros().toPlainString()
              + " does not exist; it runs from -"
              + limit
              + " to "
              + limit
              + " degrees");
    }
  }

  private static long rounded(BigDecimal degrees) {
    return degrees.movePointRight(DECIMALS).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
  }

  private static String text(long nanodegrees) {
    return BigDecimal.valueOf(nanodegrees, DECIMALS).stripTrailingZeros().toPlainString();
  }
}
