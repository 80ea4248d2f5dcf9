package org.fenceline.exchange.treaties;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.Law;
import org.fenceline.core.law.Opinion;
import org.fenceline.core.law.status.TreatyRecord;
import org.fenceline.core.law.term.Act;
import org.fenceline.core.law.term.Item;
import org.fenceline.core.law.term.Question;
import org.fenceline.exchange.csv.CsvRow;
import org.fenceline.exchange.csv.CsvTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The project's table of verdicts holds, row by row. */
class VerdictsTest {
  private static final int ROWS = 56;

  private final Law law = new Law(new TreatyRecord(BuiltInTreaties.read()));

  private static List<CsvRow> table() throws Exception {
    try (InputStream in = VerdictsTest.class.getResourceAsStream("verdicts.csv")) {
      assertThat(in).isNotNull();
      return CsvTable.read(new String(in.readAllBytes(), UTF_8)).rows();
    }
  }

  @Test
  void theTableIsWhole() throws Exception {
    assertThat(table()).hasSize(ROWS);
  }

  @TestFactory
  Stream<DynamicTest> everyRowHolds() throws Exception {
    return table().stream()
        .map(row ->
            DynamicTest.dynamicTest(
                "line " + row.line() + ": " + String.join(" ", row.cells().subList(0, 6)),
                () -> holds(row)));
  }

  private void holds(CsvRow row) {
    Opinion opinion =
        law.ask(
            new Question(
                StateCode.parse(cell(row, "state")),
                Act.parse(cell(row, "act")),
                Item.parse(cell(row, "item")),
                row.text("to").map(StateCode::parse),
                LocalDate.parse(cell(row, "date")),
                Map.of()));
    assertThat(opinion.verdict().name()).isEqualTo(cell(row, "verdict"));
    assertThat(opinion.isContested()).isEqualTo(cell(row, "contested").equals("yes"));
    Arrays.stream(row.text("articles").orElse("").split(";"))
        .map(String::strip)
        .filter(article -> !article.isEmpty())
        .forEach(article -> assertListed(opinion, article));
  }

  private static void assertListed(Opinion opinion, String article) {
    boolean ofRecipient = article.startsWith("recipient ");
    Optional<Opinion> side = ofRecipient ? opinion.recipient() : Optional.of(opinion);
    assertThat(side).isPresent();
    assertThat(side.get().rules())
        .extracting(rule -> rule.article())
        .contains(ofRecipient ? article.substring("recipient ".length()) : article);
  }

  private static String cell(CsvRow row, String column) {
    return row.text(column).orElseThrow(() -> new AssertionError("no " + column));
  }
}
