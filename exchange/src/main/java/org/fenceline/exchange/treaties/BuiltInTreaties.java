package org.fenceline.exchange.treaties;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fenceline.core.entry.body.ArmedConflict;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.status.TreatyFacts;
import org.fenceline.exchange.csv.CsvRow;
import org.fenceline.exchange.csv.CsvTable;

/** Reads the treaty data that ships with the program. */
public final class BuiltInTreaties {

  /** The state of the data, as answers say it. */
  public static final String AS_OF =
      "UN Treaty Collection, status lists of 2026-02-03, and one contested act";

  private BuiltInTreaties() {}

  /** All acts and conflicts. */
  public static TreatyFacts read() {
    try {
      return new TreatyFacts(
          AS_OF, actions(file("treaty-actions.csv")), conflicts(file("armed-conflicts.csv")));
    } catch (MalformedInput e) {
      throw new IllegalStateException("the program's own treaty data are wrong", e);
    }
  }

  /**
   * Reads acts from a table with the columns treaty, state, action, date, effective, source,
   * source_ref, confidence, note.
   *
   * @throws MalformedInput with every row that cannot be read
   */
  public static List<TreatyAction> actions(CsvTable table) throws MalformedInput {
    Map<String, LocalDate> successions = new HashMap<>();
    for (CsvRow row : file("successions.csv").rows()) {
      successions.put(
          row.text("treaty").orElse("") + row.text("state").orElse(""),
          LocalDate.parse(row.text("effective").orElse("")));
    }
    List<Problem> problems = new ArrayList<>();
    List<TreatyAction> actions = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      action(row, successions, problems).ifPresent(actions::add);
    }
    if (!problems.isEmpty()) {
      throw new MalformedInput(problems);
    }
    return actions;
  }

  private static Optional<TreatyAction> action(
      CsvRow row, Map<String, LocalDate> successions, List<Problem> problems) {
    Optional<String> treaty = row.required("treaty", Function.identity(), problems);
    Optional<StateCode> state = row.optional("state", StateCode::parse, problems);
    Optional<TreatyAction.Action> action =
        row.required("action", word -> constant(TreatyAction.Action.values(), word), problems);
    Optional<LocalDate> date = row.required("date", LocalDate::parse, problems);
    Optional<LocalDate> effective = row.optional("effective", LocalDate::parse, problems);
    Optional<TreatyAction.Confidence> confidence =
        row.required(
            "confidence", word -> constant(TreatyAction.Confidence.values(), word), problems);
    if (treaty.isEmpty() || action.isEmpty() || date.isEmpty() || confidence.isEmpty()) {
      return Optional.empty();
    }
    if (action.get() == TreatyAction.Action.SUCCESSION && effective.isEmpty()) {
      effective = Optional.ofNullable(successions.get(treaty.get() + row.text("state").orElse("")));
    }
    try {
      return Optional.of(
          new TreatyAction(
              treaty.get(),
              state,
              action.get(),
              date.get(),
              effective,
              row.text("source").orElse(""),
              row.text("source_ref").orElse(""),
              confidence.get(),
              row.text("note").orElse("")));
    } catch (IllegalArgumentException e) {
      problems.add(row.problem("entry.value", "", String.valueOf(e.getMessage()), ""));
      return Optional.empty();
    }
  }

  private static List<ArmedConflict> conflicts(CsvTable table) {
    return table.rows().stream()
        .map(row ->
            new ArmedConflict(
                StateCode.parse(row.text("state").orElse("")),
                LocalDate.parse(row.text("from").orElse("")),
                row.text("to").map(LocalDate::parse),
                row.text("source").orElse(""),
                row.text("contested").orElse("")))
        .toList();
  }

  private static <E extends Enum<E>> E constant(E[] constants, String word) {
    for (E constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
        return constant;
      }
    }
    throw new IllegalArgumentException("\"" + word + "\" is not a word of this column");
  }

  private static CsvTable file(String name) throws MalformedInput {
    try (InputStream in = BuiltInTreaties.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return CsvTable.read(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }
}
