package org.fenceline.exchange.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fenceline.core.entry.Transcribed;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.Lot;
import org.fenceline.core.entry.body.Model;
import org.fenceline.core.entry.body.Movement;
import org.fenceline.core.entry.body.Stocktake;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Quantity;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.entry.value.When;
import org.fenceline.exchange.csv.CsvRow;
import org.fenceline.exchange.csv.CsvTable;

/**
 * The rows of one ledger file, checked cell by cell. Rows that share an {@code id} are the lines of
 * one record.
 */
public final class LedgerFile {

  /** The columns by which each kind of file is known; examples/ledger holds one of each. */
  public static final String FORMS =
      "models (model, category, detectable, self_destruct, self_deactivation, remotely_delivered),"
          + " lots (lot, model, producer, made, mark, use_by),"
          + " movements (id, on, from, to, lot, quantity, purpose, reason),"
          + " stocktakes (id, on, account, lot, counted);"
          + " each may add supersedes, recorded_at, source";

  private final List<Problem> problems = new ArrayList<>();

  private LedgerFile() {}

  /**
   * Reads a file's text.
   *
   * @throws MalformedInput with every row that cannot be read: line, column, reason
   */
  public static List<LedgerRow> read(String text) throws MalformedInput {
    CsvTable table = CsvTable.read(text);
    LedgerFile file = new LedgerFile();
    List<LedgerRow> rows = file.rows(table);
    if (!file.problems.isEmpty()) {
      throw new MalformedInput(file.problems);
    }
    return rows;
  }

  private List<LedgerRow> rows(CsvTable table) throws MalformedInput {
    if (table.has("id", "on", "from", "to", "lot", "quantity")) {
      return grouped(table, this::movement);
    }
    if (table.has("id", "on", "account", "lot", "counted")) {
      return grouped(table, this::stocktake);
    }
    if (table.has("lot", "model")) {
      return each(table, "lot", this::lot);
    }
    if (table.has("model", "category")) {
      return each(table, "model", this::model);
    }
    throw new MalformedInput(
        new CsvRow(1, List.of(), List.of())
            .problem(
                "ledger.header",
                "",
                "the columns " + String.join(", ", table.columns()) + " are of no ledger file",
                "files are " + FORMS));
  }

  /** Reads the body of a record from its rows; empty with problems added when it cannot. */
  @FunctionalInterface
  private interface BodyReader {
    Optional<Body> read(List<CsvRow> rows);
  }

  private List<LedgerRow> grouped(CsvTable table, BodyReader reader) {
    Map<String, List<CsvRow>> byId = new LinkedHashMap<>();
    for (CsvRow row : table.rows()) {
      row.required("id", Function.identity(), problems)
          .ifPresent(id -> byId.computeIfAbsent(id, _ -> new ArrayList<>()).add(row));
    }
    List<LedgerRow> records = new ArrayList<>();
    byId.forEach((id, rows) -> {
      for (CsvRow row : rows.subList(1, rows.size())) {
        refuseDifferent(rows.getFirst(), row);
      }
      Optional<When> on = rows.getFirst().required("on", When::parse, problems);
      guarded(rows.getFirst(), () -> reader.read(rows))
          .ifPresent(body -> on.ifPresent(day -> records.add(row(id, rows, day, body))));
    });
    return records;
  }

  private List<LedgerRow> each(CsvTable table, String key, BodyReader reader) {
    Map<String, Integer> lines = new LinkedHashMap<>();
    List<LedgerRow> records = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      Optional<String> id = row.required(key, Function.identity(), problems);
      Integer earlier = id.map(i -> lines.putIfAbsent(i, row.line())).orElse(null);
      if (earlier != null) {
        problems.add(
            row.problem(
                "ledger.twice",
                key,
                "\"" + id.orElse("") + "\" stands on line " + earlier + " already",
                "remove one"));
      }
      When on = row.optional("on", When::parse, problems).orElseGet(When.Unknown::new);
      guarded(row, () -> reader.read(List.of(row)))
          .ifPresent(body -> records.add(row(id.orElse(""), List.of(row), on, body)));
    }
    return records;
  }

  private LedgerRow row(String id, List<CsvRow> rows, When on, Body body) {
    CsvRow first = rows.getFirst();
    Optional<Instant> recordedAt = first.optional("recorded_at", LedgerFile::instant, problems);
    return new LedgerRow(
        first.line(),
        id,
        on,
        recordedAt.map(at -> new Transcribed(at, first.text("source").orElse("the imported file"))),
        first.text("supersedes"),
        body);
  }

  // A record's own date is one for all its lines.
  private void refuseDifferent(CsvRow first, CsvRow row) {
    for (String column : List.of("on", "purpose", "reason", "supersedes", "recorded_at")) {
      if (!first.text(column).equals(row.text(column))) {
        problems.add(
            row.problem(
                "ledger.lines",
                column,
                "differs from line " + first.line() + ", which has the same id",
                "write the same on every line of a record, or give it an id of its own"));
      }
    }
  }

  private Optional<Body> guarded(CsvRow row, java.util.function.Supplier<Optional<Body>> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException e) {
      problems.add(row.problem("entry.value", "", String.valueOf(e.getMessage()), ""));
      return Optional.empty();
    }
  }

  private Optional<Body> movement(List<CsvRow> rows) {
    List<Movement.Line> lines = new ArrayList<>();
    for (CsvRow row : rows) {
      Optional<Name> lot = row.required("lot", Name::parse, problems);
      Optional<Quantity> quantity =
          row.required("quantity", cell -> new Quantity(CsvRow.wholeNumber(cell)), problems);
      Optional<Account> from = row.required("from", Account::parse, problems);
      Optional<Account> to = row.required("to", Account::parse, problems);
      if (lot.isPresent() && quantity.isPresent() && from.isPresent() && to.isPresent()) {
        lines.add(new Movement.Line(lot.get(), quantity.get(), from.get(), to.get()));
      }
    }
    CsvRow first = rows.getFirst();
    Optional<Movement.Purpose> purpose = first.optional("purpose", LedgerFile::purpose, problems);
    return lines.size() == rows.size()
        ? Optional.of(new Movement(lines, purpose, first.text("reason")))
        : Optional.empty();
  }

  private Optional<Body> stocktake(List<CsvRow> rows) {
    List<Stocktake.LotCount> counts = new ArrayList<>();
    Optional<Account> account = rows.getFirst().required("account", Account::parse, problems);
    for (CsvRow row : rows) {
      Optional<Name> lot = row.required("lot", Name::parse, problems);
      Optional<Count> counted =
          row.required("counted", cell -> new Count(CsvRow.wholeNumber(cell)), problems);
      if (!row.text("account").equals(rows.getFirst().text("account"))) {
        problems.add(
            row.problem(
                "ledger.lines",
                "account",
                "differs from line " + rows.getFirst().line() + ", which has the same id",
                "count one account a stocktake"));
      }
      if (lot.isPresent() && counted.isPresent()) {
        counts.add(new Stocktake.LotCount(lot.get(), counted.get()));
      }
    }
    return account.isPresent() && counts.size() == rows.size()
        ? Optional.of(new Stocktake(account.get(), counts))
        : Optional.empty();
  }

  private Optional<Body> lot(List<CsvRow> rows) {
    CsvRow row = rows.getFirst();
    Optional<Name> lot = row.required("lot", Name::parse, problems);
    Optional<Name> model = row.required("model", Name::parse, problems);
    Optional<StateCode> producer = row.optional("producer", StateCode::parse, problems);
    Optional<YearMonth> made = row.optional("made", YearMonth::parse, problems);
    Optional<LocalDate> useBy = row.optional("use_by", LocalDate::parse, problems);
    return lot.isPresent() && model.isPresent()
        ? Optional.of(new Lot(lot.get(), model.get(), producer, made, row.text("mark"), useBy))
        : Optional.empty();
  }

  private Optional<Body> model(List<CsvRow> rows) {
    CsvRow row = rows.getFirst();
    Optional<Name> model = row.required("model", Name::parse, problems);
    Optional<Model.Category> category = row.required("category", LedgerFile::category, problems);
    List<Boolean> attributes = new ArrayList<>();
    for (String column :
        List.of("detectable", "self_destruct", "self_deactivation", "remotely_delivered")) {
      row.required(column, CsvRow::truth, problems).ifPresent(attributes::add);
    }
    return model.isPresent() && category.isPresent() && attributes.size() == 4
        ? Optional.of(
            new Model(
                model.get(),
                category.get(),
                attributes.get(0),
                attributes.get(1),
                attributes.get(2),
                attributes.get(3)))
        : Optional.empty();
  }

  private static Movement.Purpose purpose(String cell) {
    for (Movement.Purpose purpose : Movement.Purpose.values()) {
      if (word(purpose).equals(cell)) {
        return purpose;
      }
    }
    throw new IllegalArgumentException(
        "\""
            + cell
            + "\" is not a purpose; write one of "
            + java.util.Arrays.stream(Movement.Purpose.values())
                .map(LedgerFile::word)
                .collect(java.util.stream.Collectors.joining(", ")));
  }

  private static Model.Category category(String cell) {
    return switch (cell) {
      case "ap" -> Model.Category.AP;
      case "av" -> Model.Category.AV;
      default -> throw new IllegalArgumentException("\"" + cell + "\" is neither ap nor av");
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  // A day alone means its end: what was recorded on it was known when it ended.
  private static Instant instant(String cell) {
    return cell.indexOf('T') > 0
        ? Instant.parse(cell)
        : LocalDate.parse(cell).atTime(23, 59, 59).toInstant(java.time.ZoneOffset.UTC);
  }
}
