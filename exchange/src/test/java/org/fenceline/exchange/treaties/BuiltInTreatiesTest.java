package org.fenceline.exchange.treaties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.fenceline.core.entry.body.TreatyAction.Confidence;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.law.status.TreatyFacts;
import org.fenceline.exchange.csv.CsvTable;
import org.junit.jupiter.api.Test;

/** The data that ship are whole, and rows that cannot stand are told by file, line and column. */
class BuiltInTreatiesTest {
  private static final int ROWS = 1064;

  @Test
  void everyRowIsReadWithItsSource() {
    TreatyFacts facts = BuiltInTreaties.read();
    assertThat(facts.actions()).hasSize(ROWS).allMatch(action -> !action.source().isEmpty());
    assertThat(facts.asOf()).contains("UN Treaty Collection", "2026-02-03");
    assertThat(facts.conflicts()).hasSize(1);
  }

  @Test
  void onlySuccessionsWhoseDayIsKnownInGeneralAreUnverified() {
    assertThat(BuiltInTreaties.read().actions())
        .filteredOn(action -> action.confidence() == Confidence.UNVERIFIED)
        .hasSize(5)
        .allMatch(action -> action.effective().isPresent());
  }

  @Test
  void badRowsAreAllToldWithFileLineAndColumn() throws Exception {
    CsvTable table =
        CsvTable.read(
            """
            treaty,state,action,date,effective,source,source_ref,confidence,note
            APMBC,POL,signature,1997-12-04,,s,r,verified,
            APMBC,POL,signing,1997-12-04,,s,r,verified,
            SALT,POL,signature,1997-02-30,,s,r,sure,
            APMBC,,ratification,2000-01-01,,s,r,verified,
            """);
    assertThatThrownBy(() -> BuiltInTreaties.actions(table, Map.of()))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("treaty-actions.csv:3: action: \"signing\"")
        .hasMessageContaining("withdrawal-notice")
        .hasMessageContaining("treaty-actions.csv:4: treaty: \"SALT\"")
        .hasMessageContaining("treaty-actions.csv:4: date: \"1997-02-30\"")
        .hasMessageContaining("treaty-actions.csv:4: confidence: \"sure\"")
        .hasMessageContaining("treaty-actions.csv:5: an act needs its state");
  }

  @Test
  void badConflictsAreAllToldWithFileLineAndColumn() throws Exception {
    CsvTable table =
        CsvTable.read(
            """
            state,from,to,source,contested
            Poland,2020-01-01,,s,
            UKR,2020-13-01,,s,
            UKR,2020-05-01,2020-04-01,s,
            """);
    assertThatThrownBy(() -> BuiltInTreaties.conflicts(table))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("armed-conflicts.csv:2: state")
        .hasMessageContaining("armed-conflicts.csv:3: from")
        .hasMessageContaining("armed-conflicts.csv:4: to: the conflict ends on 2020-04-01");
  }
}
