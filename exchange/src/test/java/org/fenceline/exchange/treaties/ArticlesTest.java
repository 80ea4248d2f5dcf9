package org.fenceline.exchange.treaties;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.Law;
import org.fenceline.core.law.Opinion;
import org.fenceline.core.law.rule.Applied;
import org.fenceline.core.law.rule.Article;
import org.fenceline.core.law.status.TreatyRecord;
import org.fenceline.core.law.term.Act;
import org.fenceline.core.law.term.Attribute;
import org.fenceline.core.law.term.Item;
import org.fenceline.core.law.term.Question;
import org.fenceline.exchange.csv.CsvRow;
import org.fenceline.exchange.csv.CsvTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each article where it holds, with what it comes to, and where it does not: a table of cases. */
class ArticlesTest {
  private static final String ABSENT = "absent";
  private static final String RECIPIENT = "recipient ";

  private final Law law = new Law(new TreatyRecord(BuiltInTreaties.read()));

  private static List<CsvRow> table() throws Exception {
    try (InputStream in = ArticlesTest.class.getResourceAsStream("articles.csv")) {
      assertThat(in).isNotNull();
      return CsvTable.read(new String(in.readAllBytes(), UTF_8)).rows();
    }
  }

  @Test
  void everyArticleHasACaseWhereItHoldsAndOneWhereItDoesNot() throws Exception {
    Set<String> all = Article.all().stream().map(Article::citation).collect(Collectors.toSet());
    assertThat(cited(false)).containsExactlyInAnyOrderElementsOf(all);
    assertThat(cited(true)).containsExactlyInAnyOrderElementsOf(all);
  }

  private static Set<String> cited(boolean absent) throws Exception {
    return table().stream()
        .filter(row -> cell(row, "result").equals(ABSENT) == absent)
        .map(row -> cell(row, "article").replace(RECIPIENT, ""))
        .collect(Collectors.toSet());
  }

  @TestFactory
  Stream<DynamicTest> everyCaseHolds() throws Exception {
    return table().stream()
        .map(row ->
            DynamicTest.dynamicTest(
                "line " + row.line() + ": " + String.join(" ", row.cells()), () -> holds(row)));
  }

  private void holds(CsvRow row) {
    String article = cell(row, "article");
    Opinion own = law.onTheDay(question(row));
    Opinion side = article.startsWith(RECIPIENT) ? own.recipient().orElseThrow() : own;
    List<String> results =
        side.rules().stream()
            .filter(rule -> rule.article().equals(article.replace(RECIPIENT, "")))
            .map(ArticlesTest::result)
            .toList();
    String expected = cell(row, "result");
    assertThat(results).isEqualTo(expected.equals(ABSENT) ? List.of() : List.of(expected));
  }

  private static String result(Applied rule) {
    return rule.isDuty() ? "DUTY" : rule.result().name();
  }

  private static Question question(CsvRow row) {
    Map<Attribute, Boolean> known = new EnumMap<>(Attribute.class);
    for (String attribute : row.text("attributes").orElse("").split(" ")) {
      if (!attribute.isEmpty()) {
        String[] halves = attribute.split("=");
        known.put(Attribute.parse(halves[0]), CsvRow.truth(halves[1]));
      }
    }
    return new Question(
        StateCode.parse(cell(row, "state")),
        Act.parse(cell(row, "act")),
        Item.parse(cell(row, "item")),
        row.text("to").map(StateCode::parse),
        LocalDate.parse(cell(row, "date")),
        known);
  }

  private static String cell(CsvRow row, String column) {
    return row.text(column).orElseThrow(() -> new AssertionError("no " + column));
  }
}
