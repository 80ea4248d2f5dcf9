package org.fenceline.exchange.position;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sis.geometry.DirectPosition2D;
import org.apache.sis.referencing.CommonCRS;
import org.apache.sis.referencing.gazetteer.MilitaryGridReferenceSystem;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.land.geodesy.Position;
import org.opengis.geometry.DirectPosition;
import org.opengis.referencing.operation.TransformException;

/**
 * References of the military grid (MGRS, DMA TM 8358.1): a square and where it lies.
 *
 * <p>Written by Apache SIS, but for the zero of zones 1 to 9, which it leaves out, and the line
 * between the letters of the poles, on which it fails. Read by {@link MgrsSquare}: of a square that
 * the edge of its zone cuts SIS gives the middle of the part that is left, and for one beyond that
 * edge it gives a place in another square without a word.
 */
final class MgrsText {
  private static final Pattern FORM =
      Pattern.compile("(?:MGRS:? ?)?(?:(\\d{1,2}) ?([A-Z])|([ABYZ])) ?([A-Z]{2})((?: ?\\d+){0,2})");
  private static final int MOST_DIGITS = 5;
  private static final double POLE_EASTING = 2_000_000;
  private static final double MICROMETRE = 1e-6;
  private static final double JUST_EAST_OF_ANTIMERIDIAN = 180 - 1e-9;

  private MgrsText() {}

  /** Reads a text; empty when it is not of this form. */
  static Optional<PositionReading> read(String plain) throws MalformedInput {
    Matcher matcher = FORM.matcher(plain);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String letters = matcher.group(4);
    String digits = digits(plain, matcher.group(5).strip());
    String polar = matcher.group(3);
    Optional<MgrsSquare> square =
        polar == null
            ? MgrsSquare.ofZone(
                Integer.parseInt(matcher.group(1)), matcher.group(2).charAt(0), letters)
            : MgrsSquare.ofPole(polar.charAt(0), letters);
    if (square.isEmpty()) {
      throw PositionProblem.zone(
          "there is no square " + plain + " in the military grid",
          "check its zone, band and the two letters of the square, such as 34U EC");
    }
    return Optional.of(square.get().read(digits));
  }

  private static String digits(String plain, String text) throws MalformedInput {
    String[] parts = text.split(" +", -1);
    String digits = String.join("", parts);
    if (digits.length() % 2 != 0 || (parts.length == 2 && parts[0].length() != parts[1].length())) {
      throw PositionProblem.notation(
          plain, "easting and northing of a grid reference have equally many digits");
    }
    if (digits.length() > 2 * MOST_DIGITS) {
      throw PositionProblem.notation(
          plain, "a grid reference has at most five digits of easting and five of northing");
    }
    return digits;
  }

  /** Writes the reference of the square in which a position lies. */
  static String write(Position position, double resolutionMetres) {
    int digits =
        Math.clamp(PositionText.decimals(MgrsSquare.SIDE_METRES, resolutionMetres), 0, MOST_DIGITS);
    MilitaryGridReferenceSystem.Coder coder = new MilitaryGridReferenceSystem().createCoder();
    coder.setPrecision(MgrsSquare.SIDE_METRES / Math.pow(10, digits));
    try {
      String reference = coder.encode(asSisTakesIt(position));
      boolean isOneDigitZone =
          Character.isDigit(reference.charAt(0)) && !Character.isDigit(reference.charAt(1));
      return isOneDigitZone ? "0" + reference : reference;
    } catch (TransformException e) {
      throw new IllegalStateException("every position has a grid reference", e);
    }
  }

  /**
   * On the meridians of 0 and 180 degrees beyond the zones, and at the poles, rounding puts a point
   * to either side of the line between two letters, and SIS finds letter and easting at odds. East
   * of the line, by less than a micrometre, it does not; the line itself belongs to the east.
   */
  private static DirectPosition asSisTakesIt(Position position) {
    double longitude = position.longitude();
    Grid grid = Grid.of(position);
    if (grid.isPolar() && Math.abs(grid.project(position).east() - POLE_EASTING) < MICROMETRE) {
      boolean isPole = Math.abs(position.latitude()) == 90;
      longitude = isPole ? 0 : Math.min(Math.abs(longitude), JUST_EAST_OF_ANTIMERIDIAN);
    }
    return new DirectPosition2D(CommonCRS.WGS84.geographic(), position.latitude(), longitude);
  }
}
