package org.fenceline.cli.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.cli.terminal.Input;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.Law;
import org.fenceline.core.law.term.Act;
import org.fenceline.core.law.term.Item;
import org.fenceline.core.law.term.Question;
import org.fenceline.exchange.csv.CsvRow;
import org.fenceline.exchange.csv.CsvTable;

/** Reads a table of questions of law. */
final class VerdictTable {
  private static final List<String> REQUIRED = List.of("state", "act", "date");

  private VerdictTable() {}

  /**
   * The questions of a table with the columns state, act, item, to, date; others are ignored.
   *
   * @throws MalformedInput with every row that asks nothing that can be answered
   */
  static List<Question> read(Law law, Input input) throws MalformedInput {
    List<Problem> problems = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    try {
      CsvTable table = CsvTable.read(input.text());
      refuseWithoutColumns(table);
      for (CsvRow row : table.rows()) {
        question(law, row, problems).ifPresent(questions::add);
      }
    } catch (MalformedInput e) {
      throw e.in(input.name());
    }
    if (!problems.isEmpty()) {
      throw new MalformedInput(problems).in(input.name());
    }
    return questions;
  }

  private static Optional<Question> question(Law law, CsvRow row, List<Problem> problems) {
    List<Problem> found = new ArrayList<>();
    Optional<StateCode> state = row.required("state", word -> LawQuestion.state(law, word), found);
    Optional<Act> act = row.required("act", Act::parse, found);
    Optional<Item> item = row.optional("item", Item::parse, found);
    Optional<StateCode> to = row.optional("to", word -> LawQuestion.state(law, word), found);
    Optional<LocalDate> date = row.required("date", LawQuestion::day, found);
    found.stream().map(VerdictTable::ofLaw).forEach(problems::add);
    return !found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Question(
                state.orElseThrow(),
                act.orElseThrow(),
                item.orElse(Item.AP_MINE),
                to,
                date.orElseThrow(),
                Map.of()));
  }

  /** The same under the codes that a single question has. */
  private static Problem ofLaw(Problem problem) {
    String field = problem.place().field();
    return new Problem(
        "law." + (field.equals("to") ? "state" : field),
        problem.place(),
        problem.message(),
        problem.mend());
  }

  private static void refuseWithoutColumns(CsvTable table) throws MalformedInput {
    List<Problem> problems = new ArrayList<>();
    for (String column : REQUIRED) {
      if (!table.has(column)) {
        problems.add(
            new Problem(
                "law.table",
                new Place("", 1, column),
                "there is no such column, only " + String.join(", ", table.columns()),
                "write a header line with state, act, item, to, date"));
      }
    }
    if (!problems.isEmpty()) {
      throw new MalformedInput(problems);
    }
  }
}
