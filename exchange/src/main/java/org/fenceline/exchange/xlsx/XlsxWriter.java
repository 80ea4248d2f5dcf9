package org.fenceline.exchange.xlsx;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.land.extract.Cell;
import org.fenceline.core.land.extract.Column;
import org.fenceline.core.land.extract.Extract;
import org.fenceline.core.land.extract.Layer;
import org.fenceline.core.land.extract.Row;
import org.fenceline.exchange.extract.ExtractWriter;
import org.fenceline.exchange.extract.SpreadsheetText;
import org.fenceline.exchange.xml.XmlText;

/**
 * Writes a workbook: first a sheet that says what it is, then a sheet a layer. A number of more
 * digits than a spreadsheet keeps is a text.
 */
public final class XlsxWriter implements ExtractWriter {
  /** Most characters of a cell (ECMA-376, and what the programs accept). */
  private static final int LONGEST_CELL = 32_767;

  /** Most rows of a sheet, its header among them. */
  private static final int MOST_ROWS = 1_048_576;

  /** Digits that a spreadsheet keeps of a number. */
  private static final int MOST_DIGITS = 15;

  private int withApostrophe;
  private int tooLong;

  @Override
  public List<String> write(Extract extract, OutputStream out) throws IOException {
    withApostrophe = 0;
    tooLong = 0;
    // Its end closes the stream, which is the caller's.
    try (Workbook workbook = new Workbook(new Unclosed(out), "fenceline", "01.0000")) {
      about(workbook.newWorksheet("about"), extract);
      for (Layer layer : extract.layers()) {
        List<Row> rows = extract.of(layer);
        if (rows.size() >= MOST_ROWS) {
          throw new IOException(
              layer.word() + " has " + rows.size() + " rows, more than a sheet holds; take CSV");
        }
        sheet(workbook.newWorksheet(layer.word()), layer, rows);
      }
    }
    List<String> remarks = new ArrayList<>();
    if (withApostrophe > 0) {
      remarks.add(SpreadsheetText.remark(withApostrophe));
    }
    if (tooLong > 0) {
      remarks.add(
          tooLong
              + " cells would have had more than "
              + LONGEST_CELL
              + " characters and are empty, as the column notes says; take CSV or GeoJSON for those");
    }
    return remarks;
  }

  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      out.flush();
    }
  }

  private static void about(Worksheet sheet, Extract extract) {
    sheet.value(0, 0, "about");
    sheet.value(0, 1, "value");
    int line = 1;
    for (Map.Entry<String, String> member : extract.head().members().entrySet()) {
      sheet.value(line, 0, member.getKey());
      sheet.value(line++, 1, XmlText.of(member.getValue()));
    }
  }

  private void sheet(Worksheet sheet, Layer layer, List<Row> rows) {
    List<String> columns = new ArrayList<>(List.of("id", "lon", "lat", "wkt"));
    layer.columns().stream().map(Column::name).forEach(columns::add);
    columns.add("notes");
    for (int i = 0; i < columns.size(); i++) {
      sheet.value(0, i, columns.get(i));
    }
    int line = 1;
    for (Row row : rows) {
      row(new Line(sheet, line++, columns), row);
    }
  }

  /** One line of a sheet. */
  private record Line(Worksheet sheet, int number, List<String> columns, SpreadsheetText texts) {
    Line(Worksheet sheet, int number, List<String> columns) {
      this(sheet, number, columns, new SpreadsheetText());
    }

    int at(String column) {
      return columns.indexOf(column);
    }
  }

  private void row(Line line, Row row) {
    text(line, "id", row.id());
    row.place()
        .filter(Geometry::isPoint)
        .map(Geometry::place)
        .ifPresent(place -> {
          number(line, "lon", place.longitude());
          number(line, "lat", place.latitude());
        });
    row.place().ifPresent(place -> text(line, "wkt", place.toString()));
    row.cells()
        .forEach((column, cell) -> {
          switch (cell) {
            case Cell.Text words -> text(line, column, words.text());
            case Cell.Whole whole -> number(line, column, BigDecimal.valueOf(whole.number()));
            case Cell.Decimal decimal -> number(line, column, decimal.number());
            case Cell.Flag flag -> line.sheet().value(line.number(), line.at(column), flag.value());
          }
        });
    if (line.texts().hasApostrophe()) {
      withApostrophe++;
    }
    if (!line.texts().notes().isEmpty()) {
      line.sheet().value(line.number(), line.at("notes"), line.texts().notes());
    }
  }

  private void text(Line line, String column, String words) {
    String text = XmlText.of(line.texts().of(column, words));
    if (text.length() > LONGEST_CELL) {
      tooLong++;
      line.texts().note(column + " has " + text.length() + " characters, more than a cell holds");
      return;
    }
    line.sheet().value(line.number(), line.at(column), text);
  }

  private static void number(Line line, String column, BigDecimal number) {
    if (number.precision() > MOST_DIGITS) {
      line.sheet().value(line.number(), line.at(column), number.toPlainString());
    } else {
      line.sheet().value(line.number(), line.at(column), number);
    }
  }
}
