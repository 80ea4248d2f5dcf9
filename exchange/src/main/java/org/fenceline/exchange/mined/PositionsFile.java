package org.fenceline.exchange.mined;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.mined.MinePosition;
import org.jspecify.annotations.Nullable;

/** Reads files of exact positions. A complaint says where and what, and never what stands there. */
public final class PositionsFile {

  /** Most positions of one field. */
  public static final int MOST_POSITIONS = 200_000;

  /** Most fields of one file. */
  public static final int MOST_FIELDS = 100_000;

  /** Most problems that are gathered before reading ends. */
  static final int MOST_PROBLEMS = 100;

  // The reader's buffer, and with it the longest cell.
  private static final int LONGEST_CELL = 1_000_000;

  private final Predicate<Position> allowed;

  /**
   * Files whose positions lie on ground that is allowed.
   *
   * @param allowed tells it; an exercise's positions lie in its own country alone
   */
  public PositionsFile(Predicate<Position> allowed) {
    this.allowed = allowed;
  }

  /**
   * Reads a file of one field, as it is sealed.
   *
   * @throws MalformedInput with every row that cannot be read: line, column, reason
   */
  public List<MinePosition> ofOneField(String text) throws MalformedInput {
    List<MinePosition> mines = new ArrayList<>();
    Rows rows = new Rows(allowed, false);
    Set<String> ids = new HashSet<>();
    rows.read(
        new StringReader(text),
        row -> {
          rows.refuseTwice(row, ids);
          mines.add(row.mine());
          if (mines.size() > MOST_POSITIONS) {
            rows.refuse(row.line(), "", "positions.limit", tooMany(), "split the field");
            return false;
          }
          return true;
        });
    if (mines.isEmpty()) {
      throw new MalformedInput(
          new Problem(
              "positions.empty", Place.UNKNOWN, "holds no position", "write one row a mine"));
    }
    return mines;
  }

  private static String tooMany() {
    return "a field has at most " + MOST_POSITIONS + " positions";
  }

  /**
   * Reads a file of many fields, field by field as it goes.
   *
   * @throws MalformedInput with every row that cannot be read; what was taken before is to be
   *     forgotten
   */
  public void ofManyFields(Reader in, Consumer<FieldPositions> taker) throws MalformedInput {
    Rows rows = new Rows(allowed, true);
    Gathering gathering = new Gathering(rows, taker);
    rows.read(in, gathering::take);
    gathering.finish();
    if (gathering.finished.isEmpty()) {
      throw new MalformedInput(
          new Problem(
              "positions.empty", Place.UNKNOWN, "holds no position", "write one row a mine"));
    }
  }

  /** Puts the rows of a field together. */
  private static final class Gathering {
    private final Rows rows;
    private final Consumer<FieldPositions> taker;
    private final Set<Name> finished = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private List<MinePosition> mines = new ArrayList<>();
    private @Nullable Name field;
    private int firstLine;

    Gathering(Rows rows, Consumer<FieldPositions> taker) {
      this.rows = rows;
      this.taker = taker;
    }

    boolean take(Row row) {
      if (!row.field().equals(field)) {
        finish();
        if (!finished.add(row.field())) {
          rows.refuse(
              row.line(),
              "field",
              "positions.order",
              "rows of this field stand farther up already",
              "sort the file by field");
          return false;
        }
        if (finished.size() > MOST_FIELDS) {
          rows.refuse(
              row.line(),
              "field",
              "positions.limit",
              "a file has at most " + MOST_FIELDS + " fields",
              "split it");
          return false;
        }
        field = row.field();
        firstLine = row.line();
        text.append(rows.header());
      }
      rows.refuseTwice(row, ids);
      mines.add(row.mine());
      if (mines.size() > MOST_POSITIONS) {
        rows.refuse(row.line(), "", "positions.limit", tooMany(), "split the field");
        return false;
      }
      row.appendTo(text);
      return true;
    }

    void finish() {
      if (field != null) {
        taker.accept(new FieldPositions(field, firstLine, mines, text.toString()));
      }
      field = null;
      mines = new ArrayList<>();
      ids.clear();
      text.setLength(0);
    }
  }

  /**
   * One row that could be read.
   *
   * @param line its line
   * @param field the field; means nothing in a file of one
   * @param mine what it says
   * @param cells its cells but for the field, when they are to be written again
   * @param id its name, or an empty text
   */
  private record Row(int line, Name field, MinePosition mine, List<String> cells, String id) {
    void appendTo(StringBuilder text) {
      for (int i = 0; i < cells.size(); i++) {
        text.append(i == 0 ? "" : ",").append(cells.get(i));
      }
      text.append('\n');
    }
  }

  /** Takes rows as long as it says so. */
  @FunctionalInterface
  private interface RowTaker {
    boolean take(Row row);
  }

  /** The rows of one file, checked cell by cell. */
  private static final class Rows {
    private final Predicate<Position> allowed;
    private final boolean ofMany;
    private final Cells cells = new Cells();
    private final List<Problem> problems = new ArrayList<>();
    private Columns columns = Columns.NONE;

    Rows(Predicate<Position> allowed, boolean ofMany) {
      this.allowed = allowed;
      this.ofMany = ofMany;
    }

    String header() {
      return columns.headerWithoutField();
    }

    void read(Reader in, RowTaker taker) throws MalformedInput {
      try {
        boolean goesOn = true;
        for (CsvRecord line : reader(in)) {
          int number = (int) line.getStartingLineNumber();
          if (columns == Columns.NONE) {
            columns = Columns.of(line.getFields(), number, ofMany);
          } else {
            goesOn = row(line, number, taker);
          }
          if (!goesOn || problems.size() >= MOST_PROBLEMS) {
            break;
          }
        }
      } catch (CsvParseException _) {
        // Its message may hold what it could not read.
        refuse(0, "", "csv.syntax", "is not CSV", "close the quote that is open");
      } catch (UncheckedIOException e) {
        if (!(e.getCause() instanceof CharacterCodingException)) {
          throw e;
        }
        refuse(0, "", "csv.syntax", "is not UTF-8 text", "save it as UTF-8");
      }
      if (problems.isEmpty() && columns == Columns.NONE) {
        refuse(1, "", "csv.syntax", "the file is empty", "write a header line");
      }
      if (!problems.isEmpty()) {
        throw new MalformedInput(problems);
      }
    }

    private static CsvReader<CsvRecord> reader(Reader in) {
      return CsvReader.builder()
          .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
          .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
          .allowUnclosedQuote(false)
          .skipEmptyLines(true)
          .maxBufferSize(LONGEST_CELL)
          .ofCsvRecord(in);
    }

    private boolean row(CsvRecord line, int number, RowTaker taker) {
      if (line.getFieldCount() != columns.count()) {
        refuse(
            number,
            "",
            "positions.row",
            "has " + line.getFieldCount() + " cells, the header " + columns.count(),
            "write one cell a column");
        return true;
      }
      int before = problems.size();
      long longitude = degrees(line, number, Columns.LONGITUDE, 180);
      long latitude = degrees(line, number, Columns.LATITUDE, 90);
      Optional<Name> lot = name(line, number, Columns.LOT);
      Optional<Name> field = ofMany ? name(line, number, Columns.FIELD) : lot;
      double accuracy = accuracy(line, number);
      String id = id(line, number);
      if (problems.size() > before || lot.isEmpty() || field.isEmpty()) {
        return true;
      }
      Position place = new Position(longitude, latitude);
      if (!allowed.test(place)) {
        refuse(
            number,
            "",
            "register.real-ground",
            "the position lies outside the country of exercises",
            "exercises never name real ground; move it there, or seal it in a real register");
        return true;
      }
      return taker.take(
          new Row(
              number,
              field.get(),
              new MinePosition(place, lot.get(), accuracy),
              ofMany ? columns.sealed(line) : List.of(),
              id));
    }

    private long degrees(CsvRecord line, int number, String column, int limit) {
      long degrees = Cells.nanodegrees(columns.cell(line, column), limit);
      if (degrees == Cells.NOT_DEGREES) {
        refuse(
            number,
            column,
            "positions.value",
            "is not in decimal degrees from -" + limit + " to " + limit,
            "write it with a point and at most nine decimals");
      }
      return degrees;
    }

    private Optional<Name> name(CsvRecord line, int number, String column) {
      Optional<Name> name = cells.name(columns.cell(line, column));
      if (name.isEmpty()) {
        refuse(
            number,
            column,
            "positions.value",
            "is not a name",
            "write 1 to 64 letters, digits, dots, dashes or underscores, beginning with a letter"
                + " or digit");
      }
      return name;
    }

    private double accuracy(CsvRecord line, int number) {
      String cell = columns.cell(line, Columns.ACCURACY);
      double accuracy = cell.isEmpty() ? 0 : Cells.metres(cell);
      if (accuracy < 0) {
        refuse(
            number,
            Columns.ACCURACY,
            "positions.value",
            "is no number of metres",
            "write it from 0 to 99999 with at most three decimals, or leave it empty");
      }
      return accuracy;
    }

    private String id(CsvRecord line, int number) {
      String cell = columns.cell(line, Columns.ID);
      if (!cell.isEmpty() && !Cells.isName(cell)) {
        refuse(
            number,
            Columns.ID,
            "positions.value",
            "is not a name",
            "write 1 to 64 letters, digits, dots, dashes or underscores, or leave it empty");
      }
      return cell;
    }

    void refuseTwice(Row row, Set<String> ids) {
      if (!row.id().isEmpty() && !ids.add(row.id())) {
        refuse(
            row.line(),
            Columns.ID,
            "positions.twice",
            "stands farther up in this field already",
            "name each mine once");
      }
    }

    void refuse(int line, String column, String code, String message, String mend) {
      problems.add(new Problem(code, new Place("", line, column), message, mend));
    }
  }
}
