package org.fenceline.core.law.report;

import static org.fenceline.core.law.term.Instrument.APMBC;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.report.Article7Report.Dispute;
import org.fenceline.core.law.status.Standing;
import org.fenceline.core.law.status.Status;
import org.fenceline.core.law.status.TreatyRecord;

/**
 * The reports that APMBC Art. 7 asks of a state: the first within 180 days of entry into force for
 * it, then by 30 April for the last calendar year, of which the state may have been bound in part.
 * Updates begin with the first 30 April after the first report is due.
 */
public final class Article7Reports {
  private static final int INITIAL_DAYS = 180;
  private static final int DUE_MONTH = 4;
  private static final int DUE_DAY = 30;

  private Article7Reports() {}

  /** The reports that arose in the years up to and with {@code lastYear}, oldest first. */
  public static List<Article7Report> arisen(TreatyRecord record, StateCode state, int lastYear) {
    List<Article7Report> reports = new ArrayList<>();
    for (Standing standing : record.standings(state, APMBC)) {
      if (standing.status() == Status.BOUND) {
        LocalDate last =
            leaves(record, state, standing)
                .map(day -> day.minusDays(1))
                .orElse(LocalDate.of(lastYear, 12, 31));
        reports.addAll(whileBound(record, state, standing.from(), last, lastYear));
      }
    }
    return reports;
  }

  private static Optional<LocalDate> leaves(TreatyRecord record, StateCode state, Standing bound) {
    return record.standings(state, APMBC).stream()
        .filter(standing -> standing.status() == Status.LEFT)
        .map(Standing::from)
        .filter(day -> day.isAfter(bound.from()))
        .findFirst();
  }

  private static List<Article7Report> whileBound(
      TreatyRecord record, StateCode state, LocalDate first, LocalDate last, int lastYear) {
    List<Article7Report> reports = new ArrayList<>();
    LocalDate initialDue = first.plusDays(INITIAL_DAYS);
    if (first.getYear() <= lastYear) {
      LocalDate covered = last.isBefore(initialDue) ? last : initialDue;
      reports.add(report(record, state, true, first, covered, initialDue));
    }
    for (int year = first.getYear(); year <= Math.min(last.getYear(), lastYear); year++) {
      LocalDate due = LocalDate.of(year + 1, DUE_MONTH, DUE_DAY);
      if (due.isAfter(initialDue)) {
        LocalDate from = first.getYear() == year ? first : LocalDate.of(year, 1, 1);
        LocalDate to = last.getYear() == year ? last : LocalDate.of(year, 12, 31);
        reports.add(report(record, state, false, from, to, due));
      }
    }
    return reports;
  }

  private static Article7Report report(
      TreatyRecord record,
      StateCode state,
      boolean initial,
      LocalDate from,
      LocalDate to,
      LocalDate due) {
    Optional<Dispute> dispute = Optional.empty();
    if (!record.on(state, APMBC, due).status().isBound()) {
      dispute = Optional.of(Dispute.LEFT_BEFORE_DUE);
    } else if (record.suspension(state, APMBC, due).isPresent()) {
      dispute = Optional.of(Dispute.SUSPENDED);
    }
    return new Article7Report(initial, from, to, due, dispute);
  }
}
