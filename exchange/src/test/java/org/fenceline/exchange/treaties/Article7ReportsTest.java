package org.fenceline.exchange.treaties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.report.Article7Report;
import org.fenceline.core.law.report.Article7Report.Dispute;
import org.fenceline.core.law.report.Article7Reports;
import org.fenceline.core.law.status.TreatyRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Article 7 asks of states that came, stayed and left. */
class Article7ReportsTest {
  private final TreatyRecord record = new TreatyRecord(BuiltInTreaties.read());

  private List<Article7Report> arisen(String state, int lastYear) {
    return Article7Reports.arisen(record, new StateCode(state), lastYear);
  }

  @ParameterizedTest
  @CsvSource({"TUV, 2012-08-28", "OMN, 2015-07-31", "POL, 2013-11-28"})
  void theFirstReportIsDue180DaysAfterEntryIntoForce(String state, LocalDate due) {
    Article7Report first = arisen(state, 2026).getFirst();
    assertThat(first.initial()).isTrue();
    assertThat(first.due()).isEqualTo(due);
  }

  @Test
  void updatesAreDueByTheEndOfAprilForTheLastCalendarYear() {
    Article7Report second = arisen("POL", 2026).get(1);
    assertThat(second)
        .isEqualTo(
            new Article7Report(
                false,
                LocalDate.of(2013, 6, 1),
                LocalDate.of(2013, 12, 31),
                LocalDate.of(2014, 4, 30),
                java.util.Optional.empty()));
  }

  @Test
  void noUpdateIsDueBeforeTheFirstReport() {
    // Marshall Islands: bound from 2025-09-01, first report due 2026-02-28.
    assertThat(arisen("MHL", 2025)).hasSize(2);
    // Tonga: bound from 2025-12-01, first report due 2026-05-30, after 30 April 2026.
    assertThat(arisen("TON", 2025)).singleElement().matches(Article7Report::initial);
  }

  @ParameterizedTest
  @CsvSource({
    "LTU, 2025-12-26, 1",
    "LVA, 2025-12-26, 1",
    "EST, 2025-12-26, 1",
    "FIN, 2026-01-09, 2",
    "POL, 2026-02-19, 2"
  })
  void whatFallsDueAfterLeavingIsOwedAndContested(String state, LocalDate last, int contested) {
    List<Article7Report> reports = arisen(state, 2030);
    assertThat(reports.getLast().to()).isEqualTo(last);
    List<Article7Report> disputed = reports.stream().filter(Article7Report::isContested).toList();
    assertThat(disputed).hasSize(contested);
    assertThat(disputed)
        .allMatch(report -> report.dispute().equals(java.util.Optional.of(Dispute.LEFT_BEFORE_DUE)))
        .first()
        .extracting(Article7Report::due)
        .isEqualTo(LocalDate.of(2026, 4, 30));
  }

  @Test
  void whatFallsDueUnderAClaimedSuspensionIsContested() {
    List<Article7Report> reports = arisen("UKR", 2025);
    assertThat(reports.getLast().dispute()).contains(Dispute.SUSPENDED);
    assertThat(reports.get(reports.size() - 2).isContested()).isFalse();
  }

  @Test
  void whoWasNeverBoundOwesNothing() {
    assertThat(arisen("RUS", 2026)).isEmpty();
    assertThat(arisen("POL", 2012)).isEmpty();
  }
}
