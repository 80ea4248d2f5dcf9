package org.fenceline.cli.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.cli.terminal.Input;
import org.fenceline.core.entry.json.MalformedInput;
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
    int before = problems.size();
    Optional<StateCode> state = row.required("state", word -> known(law, word), problems);
    Optional<Act> act = row.required("act", Act::parse, problems);
    Optional<Item> item = row.optional("item", Item::parse, problems);
    Optional<StateCode> to = row.optional("to", word -> known(law, word), problems);
    Optional<LocalDate> date = row.required("date", LocalDate::parse, problems);
    return problems.size() > before
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

  private static StateCode known(Law law, String word) {
    StateCode state = StateCode.parse(word);
    if (!LawQuestion.isKnown(law, state)) {
      throw new IllegalArgumentException("there is no state " + state + " in ISO 3166-1");
    }
    return state;
  }
}
