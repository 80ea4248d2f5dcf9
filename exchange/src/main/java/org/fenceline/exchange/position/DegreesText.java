package org.fenceline.exchange.position;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.land.geodesy.Position;

/** Latitude and longitude in degrees, with or without minutes and seconds. */
final class DegreesText {
  /** Longest degree of a meridian, at the poles. */
  static final double DEGREE_METRES = 111_694;

  private static final int SIXTY = 60;
  private static final BigDecimal LATITUDE_LIMIT = BigDecimal.valueOf(90);
  private static final BigDecimal LONGITUDE_LIMIT = BigDecimal.valueOf(180);

  private DegreesText() {}

  static PositionReading read(String text, String plain) throws MalformedInput {
    List<Angle> angles = new AngleReader(text, plain).angles();
    Angle first = angles.getFirst();
    Angle second = angles.getLast();
    boolean longitudeFirst = first.axis() == Axis.LONGITUDE;
    Angle latitude = longitudeFirst ? second : first;
    Angle longitude = longitudeFirst ? first : second;
    checkRange(latitude, longitude);
    double resolution = Math.max(latitude.stepDegrees(), longitude.stepDegrees()) * DEGREE_METRES;
    return new PositionReading(
        Position.ofDegrees(longitude.degrees(), latitude.degrees()),
        first.notation().compareTo(second.notation()) > 0 ? first.notation() : second.notation(),
        resolution);
  }

  private static void checkRange(Angle latitude, Angle longitude) throws MalformedInput {
    boolean latitudeFits = latitude.degrees().abs().compareTo(LATITUDE_LIMIT) <= 0;
    boolean longitudeFits = longitude.degrees().abs().compareTo(LONGITUDE_LIMIT) <= 0;
    if (latitudeFits && longitudeFits) {
      return;
    }
    boolean otherWayFits =
        longitude.degrees().abs().compareTo(LATITUDE_LIMIT) <= 0
            && latitude.degrees().abs().compareTo(LONGITUDE_LIMIT) <= 0;
    if (otherWayFits) {
      throw PositionProblem.swapped(
          "latitude " + latitude.found() + " does not exist, it ends at 90; as a longitude it does",
          latitude.axis() == Axis.NOT_SAID
              ? "latitude and longitude stand in each other's place, write the latitude first"
              : "the letters stand in each other's place, N and S are of the latitude");
    }
    throw latitudeFits
        ? PositionProblem.range(
            "longitude " + longitude.found() + " does not exist", "it runs from 180° W to 180° E")
        : PositionProblem.range(
            "latitude " + latitude.found() + " does not exist", "it runs from 90° S to 90° N");
  }

  static String write(Position position, Notation notation, double resolutionMetres) {
    return angle(position.latitudeNanodegrees(), "N", "S", notation, resolutionMetres)
        + " "
        + angle(position.longitudeNanodegrees(), "E", "W", notation, resolutionMetres);
  }

  private static String angle(
      long nanodegrees, String above, String below, Notation notation, double resolutionMetres) {
    int parts =
        switch (notation) {
          case DECIMAL_DEGREES -> 1;
          case DEGREES_MINUTES -> SIXTY;
          default -> SIXTY * SIXTY;
        };
    // A text of so many decimals of the smallest part tells all billionths of a degree apart.
    int finest = parts == 1 ? 9 : parts == SIXTY ? 8 : 6;
    int decimals =
        Math.clamp(PositionText.decimals(DEGREE_METRES / parts, resolutionMetres), 0, finest);
    BigDecimal count =
        BigDecimal.valueOf(Math.abs(nanodegrees), Position.DECIMALS)
            .multiply(BigDecimal.valueOf(parts))
            .setScale(decimals, RoundingMode.HALF_UP);
    String side = nanodegrees < 0 ? below : above;
    return switch (notation) {
      case DECIMAL_DEGREES -> count.toPlainString() + " " + side;
      case DEGREES_MINUTES -> {
        BigDecimal[] split = count.divideAndRemainder(BigDecimal.valueOf(SIXTY));
        yield whole(split[0]) + "°" + twoDigits(split[1]) + "'" + side;
      }
      default -> {
        BigDecimal[] split = count.divideAndRemainder(BigDecimal.valueOf(SIXTY));
        BigInteger[] minutes =
            split[0].toBigInteger().divideAndRemainder(BigInteger.valueOf(SIXTY));
        yield minutes[0]
            + "°"
            + twoDigits(new BigDecimal(minutes[1]))
            + "'"
            + twoDigits(split[1])
            + "\""
            + side;
      }
    };
  }

  private static String whole(BigDecimal number) {
    return number.toBigInteger().toString();
  }

  private static String twoDigits(BigDecimal number) {
    String text = number.toPlainString();
    return number.compareTo(BigDecimal.TEN) < 0 ? "0" + text : text;
  }
}
