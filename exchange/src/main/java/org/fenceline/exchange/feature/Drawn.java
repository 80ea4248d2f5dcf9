package org.fenceline.exchange.feature;

import java.math.BigDecimal;
import java.util.List;
import org.fenceline.core.entry.value.Geometry;

/**
 * A shape as a file draws it, in the numbers of its reference system, each digit kept. An entry's
 * {@link Geometry} is of the earth in WGS 84; this need not be.
 *
 * @param type what it is made of
 * @param parts parts, each of lists of corners, as {@link Geometry#parts} has them
 */
public record Drawn(Geometry.Type type, List<List<List<Corner>>> parts) {

  /** Longest text of one ordinate; no survey is finer. */
  private static final int LONGEST_NUMBER = 40;

  /**
   * A corner.
   *
   * @param x longitude or the way east
   * @param y latitude or the way north
   */
  public record Corner(BigDecimal x, BigDecimal y) {}

  public Drawn {
    parts = parts.stream().map(part -> part.stream().map(List::copyOf).toList()).toList();
  }

  /** A single place. */
  public static Drawn point(BigDecimal x, BigDecimal y) {
    return new Drawn(Geometry.Type.POINT, List.of(List.of(List.of(new Corner(x, y)))));
  }

  /** A single place of a shape's corner. */
  public static Drawn point(Corner corner) {
    return point(corner.x(), corner.y());
  }

  /**
   * Reads an ordinate.
   *
   * @throws IllegalArgumentException when it is no finite number, or one of absurd length
   */
  public static BigDecimal ordinate(String text) {
    try {
      if (text.length() <= LONGEST_NUMBER) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs(number.scale()) <= LONGEST_NUMBER) {
          return number;
        }
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not a coordinate", e);
    }
    throw new IllegalArgumentException(
        "\""
            + text.substring(0, Math.min(text.length(), LONGEST_NUMBER))
            + "\" is not a coordinate");
  }

  /** The shortest text that is the number of a binary file. */
  public static BigDecimal ordinate(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException(number + " is not a coordinate");
    }
    return ordinate(Double.toString(number));
  }

  /** One line for telling rows apart: type, then the numbers as they stand. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(type.name());
    for (List<List<Corner>> part : parts) {
      text.append('(');
      for (List<Corner> list : part) {
        text.append('(');
        for (Corner corner : list) {
          text.append(corner.x().toPlainString())
              .append(' ')
              .append(corner.y().toPlainString())
              .append(',');
        }
        text.append(')');
      }
      text.append(')');
    }
    return text.toString();
  }
}
