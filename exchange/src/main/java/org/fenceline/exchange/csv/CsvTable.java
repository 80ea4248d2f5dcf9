package org.fenceline.exchange.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/**
 * A table with a header line.
 *
 * @param columns the header's names
 * @param rows the rows below it, each as long as the header
 */
public record CsvTable(List<String> columns, List<CsvRow> rows) {

  /** Most rows of one file. */
  public static final int MOST_ROWS = 5_000_000;

  private static final int LONGEST_FIELD = 1_000_000;

  public CsvTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file's text.
   *
   * @throws MalformedInput when it is no table: no header, a column twice, a row of another length,
   *     a quote that is never closed
   */
  public static CsvTable read(String text) throws MalformedInput {
    List<Problem> problems = new ArrayList<>();
    List<CsvRow> rows = new ArrayList<>();
    List<String> columns = List.of();
    try {
      boolean first = true;
      for (CsvRecord line : reader(text)) {
        int number = (int) line.getStartingLineNumber();
        if (first) {
          columns = header(line, number);
          first = false;
        } else if (line.getFieldCount() != columns.size()) {
          problems.add(
              problem(
                  number,
                  "has " + line.getFieldCount() + " fields, the header " + columns.size(),
                  "quote a field that holds a comma"));
        } else {
          rows.add(new CsvRow(number, columns, line.getFields()));
        }
        if (rows.size() > MOST_ROWS) {
          throw new MalformedInput(
              problem(number, "more than " + MOST_ROWS + " rows", "split the file"));
        }
      }
    } catch (CsvParseException e) {
      problems.add(problem(0, "not CSV: " + e.getMessage(), "close the quote that is open"));
    }
    if (columns.isEmpty() && problems.isEmpty()) {
      problems.add(problem(1, "the file is empty", "write a header line"));
    }
    if (!problems.isEmpty()) {
      throw new MalformedInput(problems);
    }
    return new CsvTable(columns, rows);
  }

  private static CsvReader<CsvRecord> reader(String text) {
    return CsvReader.builder()
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .skipEmptyLines(true)
        .maxBufferSize(LONGEST_FIELD)
        .ofCsvRecord(text.startsWith("\ufeff") ? text.substring(1) : text);
  }

  private static List<String> header(CsvRecord line, int number) throws MalformedInput {
    Set<String> names = new HashSet<>();
    for (String name : line.getFields()) {
      if (!names.add(name)) {
        throw new MalformedInput(
            problem(number, "the column \"" + name + "\" stands twice", "rename one"));
      }
    }
    return line.getFields();
  }

  /** Whether all of the columns are there. */
  public boolean has(String... names) {
    return columns.containsAll(List.of(names));
  }

  private static Problem problem(int line, String message, String mend) {
    return new Problem("csv.syntax", Place.ofLine(line), message, mend);
  }
}
