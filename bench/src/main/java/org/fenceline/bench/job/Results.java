package org.fenceline.bench.job;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The newest result of each job, as a CSV file keeps them: what is not run again stays.
 *
 * @param byJob results by job
 */
public record Results(SequencedMap<String, Result> byJob) {
  private static final List<String> COLUMNS =
      List.of(
          "job", "size", "peer", "median", "least", "most", "rounds", "ours_ms", "peer_ms", "note",
          "machine", "date");

  public Results {
    byJob = new TreeMap<>(byJob);
  }

  /** Reads a file; none is no results. */
  public static Results read(Path file) throws IOException {
    return parse(Files.exists(file) ? Files.readString(file) : "");
  }

  static Results parse(String text) throws IOException {
    SequencedMap<String, Result> results = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        results.put(row.getField("job"), result(row));
      }
    }
    return new Results(results);
  }

  private static Result result(NamedCsvRecord row) {
    return new Result(
        row.getField("job"),
        Long.parseLong(row.getField("size")),
        row.getField("peer"),
        new Rounds.Measured(
            new Ratio(number(row, "median"), number(row, "least"), number(row, "most")),
            Integer.parseInt(row.getField("rounds")),
            number(row, "ours_ms"),
            number(row, "peer_ms")),
        row.getField("note"),
        row.getField("machine"),
        LocalDate.parse(row.getField("date")));
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  /** These with a newer one. */
  public Results with(Result result) {
    SequencedMap<String, Result> results = new TreeMap<>(byJob);
    results.put(result.job(), result);
    return new Results(results);
  }

  /** The file's text. */
  String text() throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter rows = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      rows.writeRecord(COLUMNS);
      for (Result result : byJob.values()) {
        Rounds.Measured measured = result.measured();
        rows.writeRecord(
            result.job(),
            Long.toString(result.size()),
            result.peer(),
            figure(measured.ratio().median()),
            figure(measured.ratio().least()),
            figure(measured.ratio().most()),
            Integer.toString(measured.rounds()),
            figure(measured.oursMillis()),
            figure(measured.peersMillis()),
            result.note(),
            result.machine(),
            result.on().toString());
      }
    }
    return text.toString();
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** Writes the file. */
  public void write(Path file) throws IOException {
    Files.writeString(file, text());
  }
}
