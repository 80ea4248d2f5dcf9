package org.fenceline.exchange.csv;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/**
 * One row of a table.
 *
 * @param line the line on which it starts, from 1
 * @param columns the header's names
 * @param cells the row's fields, one a column
 */
public record CsvRow(int line, List<String> columns, List<String> cells) {

  /** The cell of a column; empty when it holds nothing, or there is no such column. */
  public Optional<String> text(String column) {
    int index = columns.indexOf(column);
    return index < 0
        ? Optional.empty()
        : Optional.of(cells.get(index).strip()).filter(cell -> !cell.isEmpty());
  }

  /** The cell read by a parser; a problem is added when it cannot be. */
  public <T> Optional<T> optional(
      String column, Function<String, T> parser, List<Problem> problems) {
    Optional<String> cell = text(column);
    try {
      return cell.map(parser);
    } catch (DateTimeException e) {
      problems.add(
          problem(
              "entry.date",
              column,
              "\"" + cell.orElse("") + "\" is not a date that exists",
              "write it as in ISO 8601, such as 2026-03-05"));
    } catch (IllegalArgumentException e) {
      problems.add(problem("entry.value", column, String.valueOf(e.getMessage()), ""));
    }
    return Optional.empty();
  }

  /** The cell read by a parser; a problem is added when it is empty or cannot be read. */
  public <T> Optional<T> required(
      String column, Function<String, T> parser, List<Problem> problems) {
    if (text(column).isEmpty()) {
      problems.add(problem("entry.missing", column, "is missing", "fill the cell"));
      return Optional.empty();
    }
    return optional(column, parser, problems);
  }

  /** A problem with this row's line and a column. */
  public Problem problem(String code, String column, String message, String mend) {
    return new Problem(code, new Place("", line, column), message, mend);
  }

  /** Reads {@code true} or {@code false}. */
  public static Boolean truth(String cell) {
    return switch (cell) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("\"" + cell + "\" is neither true nor false");
    };
  }

  /** Reads a whole number of mines. */
  public static long wholeNumber(String cell) {
    try {
      return Long.parseLong(cell);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "\"" + cell + "\" is not a whole number; mines are counted, write 12 or 13", e);
    }
  }
}
