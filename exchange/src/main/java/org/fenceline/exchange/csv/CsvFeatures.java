package org.fenceline.exchange.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.exchange.feature.Charsets;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.feature.FeatureFile;
import org.fenceline.exchange.feature.FileBytes;

/**
 * The rows of any table as features without a shape: other delimiters, other encodings, and rows of
 * another length than the header, which come with that problem.
 */
public final class CsvFeatures implements FeatureFile {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  private final Path path;
  private final String encoding;
  private final String delimiter;
  private final List<String> guesses = new ArrayList<>();

  /**
   * A table.
   *
   * @param encoding what a person says of it; empty text when nobody does
   * @param delimiter likewise
   */
  public CsvFeatures(Path path, String encoding, String delimiter) {
    this.path = path;
    this.encoding = encoding;
    this.delimiter = delimiter;
  }

  @Override
  public List<Path> parts() {
    return List.of(path);
  }

  @Override
  public List<String> guesses() {
    return List.copyOf(guesses);
  }

  @Override
  public void read(FeatureTaker taker) throws MalformedInput {
    String text = Charsets.decode(FileBytes.of(path), encoding);
    guesses.clear();
    List<String> columns = List.of();
    int rows = 0;
    try {
      for (CsvRecord line : reader(text, delimiter(text))) {
        int number = (int) line.getStartingLineNumber();
        if (columns.isEmpty()) {
          columns = header(line, number);
        } else if (++rows > CsvTable.MOST_ROWS) {
          throw FileBytes.limit("has more than " + CsvTable.MOST_ROWS + " rows", "split it");
        } else {
          taker.take(row(new Feature.Spot("", number, ""), columns, line.getFields()));
        }
      }
    } catch (CsvParseException e) {
      throw new MalformedInput(
          problem(Place.UNKNOWN, "not CSV: " + e.getMessage(), "close the quote that is open"));
    }
    if (columns.isEmpty()) {
      throw new MalformedInput(
          problem(Place.ofLine(1), "the file is empty", "write a header line"));
    }
  }

  private static Feature row(Feature.Spot spot, List<String> columns, List<String> cells) {
    List<Problem> problems = new ArrayList<>();
    if (cells.size() != columns.size()) {
      problems.add(
          problem(
              spot.column(""),
              "has " + cells.size() + " fields, the header " + columns.size(),
              "quote a field that holds the delimiter"));
    }
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        texts.put(i < columns.size() ? columns.get(i) : "field " + (i + 1), cells.get(i));
      }
    }
    return new Feature(spot, Optional.empty(), Optional.empty(), texts, problems);
  }

  private char delimiter(String text) throws MalformedInput {
    if (delimiter.length() == 1) {
      return delimiter.charAt(0);
    }
    if (!delimiter.isEmpty()) {
      throw new MalformedInput(
          problem(
              Place.ofField("delimiter"),
              "\"" + delimiter + "\" is not one character",
              "write it such as \";\" or \"\\t\""));
    }
    String head = text.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : DELIMITERS) {
      if (count(head, candidate) > count(head, best)) {
        best = candidate;
      }
    }
    if (best != ',') {
      guesses.add(
          "the delimiter is "
              + (best == '\t' ? "a tab" : "\"" + best + "\"")
              + ", as the header has it");
    }
    return best;
  }

  private static long count(String head, char wanted) {
    return head.chars().filter(c -> c == wanted).count();
  }

  private static CsvReader<CsvRecord> reader(String text, char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .skipEmptyLines(true)
        .maxBufferSize(Feature.LONGEST_TEXT)
        .ofCsvRecord(text);
  }

  private static List<String> header(CsvRecord line, int number) throws MalformedInput {
    List<String> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String field : line.getFields()) {
      String name = field.isBlank() ? "column " + (columns.size() + 1) : field.strip();
      if (!seen.add(name)) {
        throw new MalformedInput(
            problem(
                Place.ofLine(number), "the column \"" + name + "\" stands twice", "rename one"));
      }
      columns.add(name);
    }
    return columns;
  }

  private static Problem problem(Place place, String message, String mend) {
    return new Problem("csv.syntax", place, message, mend);
  }
}
