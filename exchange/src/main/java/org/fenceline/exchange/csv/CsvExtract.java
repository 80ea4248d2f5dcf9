package org.fenceline.exchange.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.land.extract.Cell;
import org.fenceline.core.land.extract.Column;
import org.fenceline.core.land.extract.Extract;
import org.fenceline.core.land.extract.Layer;
import org.fenceline.core.land.extract.Row;
import org.fenceline.exchange.extract.ExtractWriter;
import org.fenceline.exchange.extract.SpreadsheetText;

/**
 * Writes one table in UTF-8: every row with its layer, its shape as Well-Known Text, and longitude
 * and latitude where it is one place.
 */
public final class CsvExtract implements ExtractWriter {

  @Override
  public List<String> write(Extract extract, OutputStream out) throws IOException {
    Set<String> columns = new LinkedHashSet<>();
    for (Layer layer : Layer.of(extract.head().disclosure())) {
      layer.columns().stream().map(Column::name).forEach(columns::add);
    }
    int withApostrophe = 0;
    Writer text = new OutputStreamWriter(out, UTF_8);
    // Closing the table would close the stream, which is the caller's.
    @SuppressWarnings("resource")
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
    List<String> header = new ArrayList<>(List.of("layer", "id", "register", "lon", "lat", "wkt"));
    header.addAll(columns);
    header.add("notes");
    csv.writeRecord(header);
    for (Row row : extract.rows()) {
      SpreadsheetText spreadsheet = new SpreadsheetText();
      List<String> cells = new ArrayList<>();
      cells.add(row.layer().word());
      cells.add(row.id());
      cells.add(extract.head().register().text());
      cells.add(row.place().filter(Geometry::isPoint).map(p -> plain(p, true)).orElse(""));
      cells.add(row.place().filter(Geometry::isPoint).map(p -> plain(p, false)).orElse(""));
      cells.add(row.place().map(Geometry::toString).orElse(""));
      for (String column : columns) {
        cells.add(
            row.cell(column)
                .map(cell ->
                    cell instanceof Cell.Text words
                        ? spreadsheet.of(column, words.text())
                        : cell.words())
                .orElse(""));
      }
      cells.add(spreadsheet.notes());
      withApostrophe += spreadsheet.hasApostrophe() ? 1 : 0;
      csv.writeRecord(cells);
    }
    csv.flush();
    text.flush();
    return withApostrophe == 0 ? List.of() : List.of(SpreadsheetText.remark(withApostrophe));
  }

  private static String plain(Geometry place, boolean isLongitude) {
    return (isLongitude ? place.place().longitude() : place.place().latitude()).toPlainString();
  }
}
