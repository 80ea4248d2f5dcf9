package org.fenceline.exchange.xlsx;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.feature.FeatureFile;
import org.fenceline.exchange.feature.FileBytes;
import org.fenceline.exchange.xml.XmlElement;
import org.fenceline.exchange.zip.ZipParts;

/** An XLSX workbook. */
public final class XlsxFile implements FeatureFile {
  private static final int SECONDS_A_DAY = 86_400;
  private static final int MOST_COLUMNS = 16_384;

  /** The last day number before which a workbook counts the 29th of February 1900. */
  private static final int THE_DAY_THAT_WAS_NOT = 60;

  private final Path path;

  public XlsxFile(Path path) {
    this.path = path;
  }

  @Override
  public List<Path> parts() {
    return List.of(path);
  }

  @Override
  public List<String> guesses() {
    return List.of();
  }

  @Override
  public void read(FeatureTaker taker) throws MalformedInput {
    try (ZipParts parts = ZipParts.open(path)) {
      Workbook workbook = new Workbook(parts);
      for (Map.Entry<String, String> sheet : workbook.sheets().entrySet()) {
        Sheet reading = new Sheet(workbook, sheet.getKey(), taker);
        workbook.read(sheet.getValue(), Set.of("row"), reading::row);
      }
    }
  }

  /** The rows of one sheet. */
  private static final class Sheet {
    private final Workbook workbook;
    private final String name;
    private final FeatureTaker taker;
    private final Map<Integer, String> columns = new TreeMap<>();
    private int line;

    Sheet(Workbook workbook, String name, FeatureTaker taker) {
      this.workbook = workbook;
      this.name = name;
      this.taker = taker;
    }

    void row(XmlElement row) throws MalformedInput {
      String said = row.attribute("r").orElse("");
      line = said.matches("\\d{1,8}") ? Integer.parseInt(said) : line + 1;
      Feature.Spot spot = new Feature.Spot(name, 0, "row " + line);
      List<Problem> problems = new ArrayList<>();
      SequencedMap<Integer, String> cells = cells(row, spot, problems);
      if (cells.isEmpty()) {
        return;
      }
      if (columns.isEmpty()) {
        header(cells);
        return;
      }
      SequencedMap<String, String> texts = new LinkedHashMap<>();
      cells.forEach((at, text) -> texts.put(columns.getOrDefault(at, "column " + (at + 1)), text));
      taker.take(new Feature(spot, Optional.empty(), Optional.empty(), texts, problems));
    }

    private void header(SequencedMap<Integer, String> cells) throws MalformedInput {
      for (Map.Entry<Integer, String> cell : cells.entrySet()) {
        String column = cell.getValue().strip();
        if (columns.containsValue(column)) {
          throw FileBytes.damaged("has the column \"" + column + "\" twice in its sheet " + name);
        }
        columns.put(cell.getKey(), column);
      }
    }

    private SequencedMap<Integer, String> cells(
        XmlElement row, Feature.Spot spot, List<Problem> problems) throws MalformedInput {
      SequencedMap<Integer, String> cells = new LinkedHashMap<>();
      int at = -1;
      for (XmlElement cell : row.all("c").toList()) {
        at = column(cell.attribute("r").orElse(""), at + 1);
        String value = cell.first("v").map(XmlElement::text).orElse("");
        String type = cell.attribute("t").orElse("n");
        String text =
            switch (type) {
              case "s" -> value.isEmpty() ? "" : workbook.sharedText(value);
              case "inlineStr" -> cell.first("is").map(Workbook::text).orElse("");
              case "b" -> value.equals("1") ? "true" : value.equals("0") ? "false" : value;
              case "e" -> {
                problems.add(
                    spot.problem(
                        "import.text",
                        columns.getOrDefault(at, ""),
                        "the cell holds the error " + value,
                        "mend the formula"));
                yield "";
              }
              case "str", "d" -> value;
              default -> number(value, workbook.isDateStyle(cell.attribute("s").orElse("")));
            };
        if (!text.isEmpty()) {
          cells.put(at, text);
        }
      }
      return cells;
    }

    private static int column(String reference, int next) throws MalformedInput {
      if (reference.isEmpty()) {
        return next;
      }
      int column = 0;
      for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)); i++) {
        column = Math.min(MOST_COLUMNS * 26, column * 26 + (reference.charAt(i) - 'A' + 1));
      }
      if (column < 1 || column > MOST_COLUMNS) {
        throw FileBytes.damaged("has a cell at \"" + reference + "\", which is none");
      }
      return column - 1;
    }

    private String number(String value, boolean date) throws MalformedInput {
      if (value.isEmpty()) {
        return "";
      }
      try {
        BigDecimal number = Drawn.ordinate(value.strip());
        return date ? day(number) : number.toPlainString();
      } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
        throw FileBytes.damaged("has a cell that holds \"" + value + "\", no number");
      }
    }

    private String day(BigDecimal number) {
      long seconds =
          number
              .multiply(BigDecimal.valueOf(SECONDS_A_DAY))
              .setScale(0, RoundingMode.HALF_UP)
              .longValueExact();
      long days = Math.floorDiv(seconds, SECONDS_A_DAY);
      LocalDate first =
          workbook.countsFrom1904()
              ? LocalDate.of(1904, 1, 1)
              : LocalDate.of(1899, 12, days < THE_DAY_THAT_WAS_NOT ? 31 : 30);
      LocalDateTime time =
          first.plusDays(days).atStartOfDay().plusSeconds(Math.floorMod(seconds, SECONDS_A_DAY));
      return time.toLocalTime().toSecondOfDay() == 0
          ? time.toLocalDate().toString()
          : time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
  }
}
