package org.fenceline.exchange.mined;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fenceline.core.entry.value.Name;

/** Reads single cells. What cannot be read is told by a value, without its text. */
final class Cells {
  static final long NOT_DEGREES = Long.MIN_VALUE;
  static final double NOT_METRES = -1;

  private static final int DECIMALS = 9;
  private static final long DEGREE = 1_000_000_000L;
  private static final int MOST_NAMES = 100_000;
  private static final Pattern METRES = Pattern.compile("\\d{1,5}(\\.\\d{1,3})?");

  private final Map<String, Optional<Name>> names = new HashMap<>();

  /**
   * Whole billionths of a degree, exactly as the text has them: an optional minus, one to three
   * digits, and at most nine decimals after a point.
   */
  static long nanodegrees(String cell, int limit) {
    int at = !cell.isEmpty() && cell.charAt(0) == '-' ? 1 : 0;
    int point = cell.indexOf('.', at);
    int end = point < 0 ? cell.length() : point;
    int decimals = point < 0 ? 0 : cell.length() - point - 1;
    if (end - at < 1 || end - at > 3 || decimals > DECIMALS || (point >= 0 && decimals == 0)) {
      return NOT_DEGREES;
    }
    long value = 0;
    for (int i = at; i < cell.length(); i++) {
      char digit = cell.charAt(i);
      if (i == point) {
        continue;
      }
      if (digit < '0' || digit > '9') {
        return NOT_DEGREES;
      }
      value = 10 * value + (digit - '0');
    }
    for (int i = decimals; i < DECIMALS; i++) {
      value *= 10;
    }
    if (value > limit * DEGREE) {
      return NOT_DEGREES;
    }
    return at == 1 ? -value : value;
  }

  static double metres(String cell) {
    return METRES.matcher(cell).matches() ? Double.parseDouble(cell) : NOT_METRES;
  }

  /** A name, read once however often it stands in the file; empty when it is none. */
  Optional<Name> name(String cell) {
    Optional<Name> known = names.get(cell);
    if (known != null) {
      return known;
    }
    Optional<Name> read = read(cell);
    if (read.isPresent() && names.size() < MOST_NAMES) {
      names.put(cell, read);
    }
    return read;
  }

  private static Optional<Name> read(String cell) {
    try {
      return Optional.of(new Name(cell));
    } catch (IllegalArgumentException _) {
      // Its message repeats the cell, which may be a position in the wrong column.
      return Optional.empty();
    }
  }

  static boolean isName(String cell) {
    return read(cell).isPresent();
  }
}
