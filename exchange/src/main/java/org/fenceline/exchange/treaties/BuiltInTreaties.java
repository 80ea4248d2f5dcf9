package org.fenceline.exchange.treaties;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fenceline.core.entry.body.ArmedConflict;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.status.TreatyFacts;
import org.fenceline.core.law.term.Instrument;
import org.fenceline.exchange.csv.CsvRow;
import org.fenceline.exchange.csv.CsvTable;

/** Reads the treaty data that ships with the program. */
public final class BuiltInTreaties {

  /** The state of the data, as answers say it. */
  public static final String AS_OF =
      "UN Treaty Collection, status lists of 2026-02-03, and one contested act";

  private static final String ACTIONS = "treaty-actions.csv";
  private static final String CONFLICTS = "armed-conflicts.csv";
  private static final String SUCCESSIONS = "successions.csv";

  private BuiltInTreaties() {}

  /** All acts and conflicts. */
  public static TreatyFacts read() {
    try {
      return new TreatyFacts(
          AS_OF, actions(file(ACTIONS), successions()), conflicts(file(CONFLICTS)));
    } catch (MalformedInput e) {
      throw new IllegalStateException("the program's own treaty data are wrong", e);
    }
  }

  /**
   * Effective days by treaty and state, for successions of which the lists hold the deposit only.
   */
  private static Map<String, LocalDate> successions() throws MalformedInput {
    List<Problem> problems = new ArrayList<>();
    Map<String, LocalDate> successions = new HashMap<>();
    for (CsvRow row : file(SUCCESSIONS).rows()) {
      row.required("effective", LocalDate::parse, problems)
          .ifPresent(day ->
              successions.put(row.text("treaty").orElse("") + row.text("state").orElse(""), day));
    }
    refuseIfAny(problems, SUCCESSIONS);
    return successions;
  }

  /**
   * Reads acts from a table with the columns treaty, state, action, date, effective, source,
   * source_ref, confidence, note.
   *
   * @throws MalformedInput with every row that cannot be read, placed in {@code treaty-actions.csv}
   */
  static List<TreatyAction> actions(CsvTable table, Map<String, LocalDate> successions)
      throws MalformedInput {
    List<Problem> problems = new ArrayList<>();
    List<TreatyAction> actions = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      action(row, successions, problems).ifPresent(actions::add);
    }
    refuseIfAny(problems, ACTIONS);
    return actions;
  }

  private static Optional<TreatyAction> action(
      CsvRow row, Map<String, LocalDate> successions, List<Problem> problems) {
    int before = problems.size();
    Optional<String> treaty = row.required("treaty", BuiltInTreaties::treaty, problems);
    Optional<StateCode> state = row.optional("state", StateCode::parse, problems);
    Optional<TreatyAction.Action> action =
        row.required("action", word -> constant(TreatyAction.Action.values(), word), problems);
    Optional<LocalDate> date = row.required("date", LocalDate::parse, problems);
    Optional<LocalDate> effective = row.optional("effective", LocalDate::parse, problems);
    Optional<TreatyAction.Confidence> confidence =
        row.required(
            "confidence", word -> constant(TreatyAction.Confidence.values(), word), problems);
    if (treaty.isEmpty()
        || action.isEmpty()
        || date.isEmpty()
        || confidence.isEmpty()
        || problems.size() > before) {
      return Optional.empty();
    }
    if (action.get() == TreatyAction.Action.SUCCESSION && effective.isEmpty()) {
      effective = Optional.ofNullable(successions.get(treaty.get() + row.text("state").orElse("")));
      if (effective.isPresent()) {
        // The deposit is verified, the day from which it counts is known in general only.
        confidence = Optional.of(TreatyAction.Confidence.UNVERIFIED);
      }
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

  /**
   * Reads conflicts from a table with the columns state, from, to, source, contested.
   *
   * @throws MalformedInput with every row that cannot be read, placed in {@code
   *     armed-conflicts.csv}
   */
  static List<ArmedConflict> conflicts(CsvTable table) throws MalformedInput {
    List<Problem> problems = new ArrayList<>();
    List<ArmedConflict> conflicts = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      conflict(row, problems).ifPresent(conflicts::add);
    }
    refuseIfAny(problems, CONFLICTS);
    return conflicts;
  }

  private static Optional<ArmedConflict> conflict(CsvRow row, List<Problem> problems) {
    int before = problems.size();
    Optional<StateCode> state = row.required("state", StateCode::parse, problems);
    Optional<LocalDate> from = row.required("from", LocalDate::parse, problems);
    Optional<LocalDate> to = row.optional("to", LocalDate::parse, problems);
    if (state.isEmpty() || from.isEmpty() || problems.size() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ArmedConflict(
              state.get(),
              from.get(),
              to,
              row.text("source").orElse(""),
              row.text("contested").orElse("")));
    } catch (IllegalArgumentException e) {
      problems.add(row.problem("entry.value", "to", String.valueOf(e.getMessage()), ""));
      return Optional.empty();
    }
  }

  private static void refuseIfAny(List<Problem> problems, String file) throws MalformedInput {
    if (!problems.isEmpty()) {
      throw new MalformedInput(problems).in(file);
    }
  }

  private static String treaty(String word) {
    if (Instrument.find(word).isEmpty()) {
      throw new IllegalArgumentException(
          "\"%s\" is no treaty held here; write one of %s"
              .formatted(
                  word,
                  Arrays.stream(Instrument.values())
                      .map(Instrument::id)
                      .collect(Collectors.joining(", "))));
    }
    return word;
  }

  private static <E extends Enum<E>> E constant(E[] constants, String word) {
    for (E constant : constants) {
      if (word(constant).equals(word)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "\"%s\" is not a word of this column; write one of %s"
            .formatted(
                word,
                Arrays.stream(constants)
                    .map(BuiltInTreaties::word)
                    .collect(Collectors.joining(", "))));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
