package org.fenceline.exchange.position;

import java.util.Optional;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.land.geodesy.Position;

/** Reads and writes positions as text. */
public final class PositionText {
  /** Characters of a text; no notation needs as many. */
  public static final int LONGEST = 100;

  private PositionText() {}

  /**
   * Reads a position in any notation.
   *
   * @throws MalformedInput when it is in none, or could be meant in several ways
   */
  public static PositionReading read(String text) throws MalformedInput {
    if (text.length() > LONGEST) {
      throw PositionProblem.notation(
          text.substring(0, LONGEST) + "…", "it is longer than " + LONGEST + " characters");
    }
    String plain = Signs.plain(text);
    Optional<PositionReading> grid = MgrsText.read(plain);
    if (grid.isEmpty()) {
      grid = GridText.read(plain);
    }
    return grid.isPresent() ? grid.get() : DegreesText.read(text, plain);
  }

  /**
   * Writes a position in a notation, as finely as wanted: with the coarsest last digit whose step
   * is at most so many metres. Text of the finest step reads back to the same position in degrees,
   * and to 0.1 mm of it in UTM and UPS; MGRS goes to 1 m, and cuts off.
   *
   * @param resolutionMetres more than 0
   * @throws IllegalArgumentException for UTM beyond 84° north or 80° south, and UPS between them
   */
  public static String write(Position position, Notation notation, double resolutionMetres) {
    if (!(resolutionMetres > 0)) {
      throw new IllegalArgumentException("a resolution is more than 0 m");
    }
    return switch (notation) {
      case DECIMAL_DEGREES, DEGREES_MINUTES, DEGREES_MINUTES_SECONDS ->
          DegreesText.write(position, notation, resolutionMetres);
      case UTM, UPS -> GridText.write(position, notation, resolutionMetres);
      case MGRS -> MgrsText.write(position, resolutionMetres);
    };
  }

  /**
   * Decimals with which a unit of so many metres has a step of at most the resolution; less than 0
   * where tens or hundreds would do.
   */
  static int decimals(double unitMetres, double resolutionMetres) {
    // The tiny part forgives the rounding of a logarithm: 10 m is 10 m.
    return (int) Math.ceil(Math.log10(unitMetres / resolutionMetres) - 1e-9);
  }
}
