package org.fenceline.exchange.feature;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/**
 * One feature, row or record of a file.
 *
 * @param spot where it stands
 * @param shape where it is, as the file has it; empty when the file does not say
 * @param crs reference system of the shape, such as {@code EPSG:4326}; empty when the file does not
 *     say, or not well enough
 * @param texts its columns in the file's order; those without a value are left out
 * @param problems what could not be read of it
 */
public record Feature(
    Spot spot,
    Optional<Drawn> shape,
    Optional<String> crs,
    SequencedMap<String, String> texts,
    List<Problem> problems) {

  /** Most characters of one text; longer ones are refused with their feature. */
  public static final int LONGEST_TEXT = 1_000_000;

  /** Most features of one file. */
  public static final int MOST = 5_000_000;

  /**
   * Where a feature stands.
   *
   * @param layer name of its layer, table or folder; empty where the format has none
   * @param line line from 1; 0 where the format has none
   * @param name how the format counts it, such as {@code features[17]}; empty where the line says
   *     it all
   */
  public record Spot(String layer, int line, String name) {

    /** The place of one of its columns. */
    public Place column(String column) {
      String of = name.isEmpty() || column.isEmpty() ? name + column : name + ": " + column;
      return new Place("", line, layer.isEmpty() ? of : layer + " " + of);
    }

    /** What is wrong with one of its columns. */
    public Problem problem(String code, String column, String message, String mend) {
      return new Problem(code, column(column), message, mend);
    }
  }

  public Feature {
    texts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(texts));
    problems = List.copyOf(problems);
  }

  /** A column's text without space around it; empty when it holds nothing. */
  public Optional<String> text(String column) {
    return Optional.ofNullable(texts.get(column)).map(Feature::trimmed).filter(t -> !t.isEmpty());
  }

  /** Without space at its ends, no-break space among it. */
  static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
