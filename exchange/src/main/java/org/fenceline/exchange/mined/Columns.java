package org.fenceline.exchange.mined;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/** Which column of a file of positions stands where. Others than these are refused. */
final class Columns {
  static final String FIELD = "field";
  static final String ID = "position_id";
  static final String LONGITUDE = "longitude";
  static final String LATITUDE = "latitude";
  static final String LOT = "lot";
  static final String ACCURACY = "accuracy_metres";

  private static final List<String> NEEDED = List.of(LONGITUDE, LATITUDE, LOT);
  private static final List<String> KNOWN = List.of(FIELD, ID, LONGITUDE, LATITUDE, LOT, ACCURACY);

  /** Before a header was read. */
  static final Columns NONE = new Columns(List.of());

  private final List<String> names;
  private final int[] indexes;

  private Columns(List<String> names) {
    this.names = names;
    this.indexes = KNOWN.stream().mapToInt(names::indexOf).toArray();
  }

  /**
   * Reads a header.
   *
   * @param ofMany whether it is of a file of many fields
   * @throws MalformedInput when a column is missing, stands twice, or is none of ours
   */
  static Columns of(List<String> header, int line, boolean ofMany) throws MalformedInput {
    List<String> names = header.stream().map(name -> name.replace("\ufeff", "").strip()).toList();
    List<Problem> problems = new ArrayList<>();
    List<String> missing =
        Stream.concat(ofMany ? Stream.of(FIELD) : Stream.empty(), NEEDED.stream())
            .filter(name -> !names.contains(name))
            .toList();
    if (!missing.isEmpty()) {
      problems.add(
          problem(
              line,
              "the columns " + String.join(", ", missing) + " are missing",
              "name them in the first line"));
    }
    long others = names.stream().filter(name -> !isWanted(name, ofMany)).count();
    if (others > 0) {
      // They are not named: without a header the first row stands here, and with it a position.
      problems.add(
          problem(
              line,
              others + " of the columns are none of a file of positions",
              "leave only "
                  + KNOWN.stream()
                      .filter(name -> isWanted(name, ofMany))
                      .collect(Collectors.joining(", "))));
    }
    if (names.stream().distinct().count() < names.size()) {
      problems.add(problem(line, "a column stands twice", "leave one of them out"));
    }
    if (!problems.isEmpty()) {
      throw new MalformedInput(problems);
    }
    return new Columns(names);
  }

  private static boolean isWanted(String name, boolean ofMany) {
    return KNOWN.contains(name) && (ofMany || !name.equals(FIELD));
  }

  private static Problem problem(int line, String message, String mend) {
    return new Problem("positions.header", Place.ofLine(line), message, mend);
  }

  int count() {
    return names.size();
  }

  /** A cell, without blanks round it; empty when there is no such column. */
  String cell(CsvRecord line, String column) {
    int index = indexes[KNOWN.indexOf(column)];
    return index < 0 ? "" : line.getField(index).strip();
  }

  /** The cells of a row that are sealed: all but the field. */
  List<String> sealed(CsvRecord line) {
    List<String> cells = new ArrayList<>(names.size());
    for (int i = 0; i < names.size(); i++) {
      if (i != indexes[0]) {
        cells.add(line.getField(i).strip());
      }
    }
    return cells;
  }

  /** The header of a file of one field with the same columns. */
  String headerWithoutField() {
    return names.stream()
        .filter(name -> !name.equals(FIELD))
        .collect(Collectors.joining(",", "", "\n"));
  }
}
