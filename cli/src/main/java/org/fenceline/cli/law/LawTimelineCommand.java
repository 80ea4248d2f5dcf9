package org.fenceline.cli.law;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.FencelineCommand;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.law.Law;
import org.fenceline.core.law.status.Standing;
import org.fenceline.core.law.status.Status;
import org.fenceline.core.law.term.Instrument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fenceline law timeline}. */
@Command(
    name = "timeline",
    description = {
      "How the states of the region stood to the Anti-Personnel Mine Ban Convention, month by month,",
      "or in wider columns where the years are many. A column shows the status at its end.",
      "Exit code 0 whatever the answer is."
    },
    footer = {"  fenceline law timeline", "  fenceline law timeline --from 1997 --to 2027"})
public final class LawTimelineCommand extends FencelineCommand {
  private static final int WIDEST = 72;
  private static final int LABEL_ROOM = 5;
  private static final List<Integer> MONTHS_PER_COLUMN = List.of(1, 2, 3, 4, 6, 12, 24);

  @Option(names = "--from", paramLabel = "YEAR", description = "First year; 2024 unless given.")
  private int from = 2024;

  @Option(names = "--to", paramLabel = "YEAR", description = "Last year; 2027 unless given.")
  private int to = 2027;

  @Override
  public Integer call() {
    if (from < 1997 || to > 2100 || to < from) {
      throw usage("the years run from 1997 to 2100, --from not after --to");
    }
    Law law = LawQuestion.law();
    List<Json> states = new ArrayList<>();
    for (StateCode state : Law.REGION) {
      states.add(
          Json.object()
              .put("state", state.text())
              .put("instrument", Instrument.APMBC.id())
              .put("statuses", Json.array(statuses(law, state)))
              .build());
    }
    Json.Obj answer =
        Json.object()
            .put("asOf", law.record().facts().asOf())
            .put("states", Json.array(states))
            .build();
    answer(
        answer,
        page -> {
          page.heading("APMBC, " + from + " to " + to);
          page.line("     " + years());
          for (StateCode state : Law.REGION) {
            page.line(state + "  " + bar(law, state) + "  " + changes(law, state));
          }
          page.line("  . no party   s signed   c consented   # bound   w withdrawing   - left");
          page.line("  ? bound, but its suspension is claimed (contested)");
          page.line(page.faint(law.record().facts().asOf()));
        });
    return ExitCode.FINE;
  }

  private static List<Json> statuses(Law law, StateCode state) {
    return law.record().standings(state, Instrument.APMBC).stream()
        .map(standing ->
            LawJson.of(
                Instrument.APMBC,
                standing,
                law.record()
                    .suspension(
                        state,
                        Instrument.APMBC,
                        standing.until().map(next -> next.minusDays(1)).orElse(When.LAST_DAY))))
        .toList();
  }

  private int monthsPerColumn() {
    int months = (to - from + 1) * 12;
    return MONTHS_PER_COLUMN.stream()
        .filter(width -> Math.ceilDiv(months, width) <= WIDEST)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the years allowed fit the widest columns"));
  }

  private String years() {
    StringBuilder line = new StringBuilder();
    int free = 0;
    for (int year = from; year <= to; year++) {
      int months = (year - from) * 12;
      int column = months / monthsPerColumn();
      if (months % monthsPerColumn() == 0 && column >= free) {
        line.append(" ".repeat(column - line.length())).append(year);
        free = column + LABEL_ROOM;
      }
    }
    return line.toString();
  }

  private String bar(Law law, StateCode state) {
    StringBuilder bar = new StringBuilder();
    LocalDate month = LocalDate.of(from, 1, 1);
    LocalDate end = LocalDate.of(to + 1, 1, 1);
    for (; month.isBefore(end); month = month.plusMonths(monthsPerColumn())) {
      LocalDate last = month.plusMonths(monthsPerColumn()).minusDays(1);
      boolean disputed = law.record().suspension(state, Instrument.APMBC, last).isPresent();
      Status status = law.record().on(state, Instrument.APMBC, last).status();
      bar.append(disputed ? '?' : mark(status));
    }
    return bar.toString();
  }

  private static char mark(Status status) {
    return switch (status) {
      case NON_PARTY -> '.';
      case SIGNATORY -> 's';
      case CONSENTED -> 'c';
      case BOUND -> '#';
      case WITHDRAWING -> 'w';
      case LEFT -> '-';
    };
  }

  private String changes(Law law, StateCode state) {
    LocalDate first = LocalDate.of(from, 1, 1);
    LocalDate last = LocalDate.of(to, 12, 31);
    List<String> changes = new ArrayList<>();
    for (Standing standing : law.record().standings(state, Instrument.APMBC)) {
      boolean within =
          ChronoUnit.DAYS.between(first, standing.from()) >= 0 && !standing.from().isAfter(last);
      if (within) {
        changes.add(standing.status() + " " + standing.from());
      }
    }
    law.record()
        .suspension(state, Instrument.APMBC, last)
        .filter(notice -> !notice.date().isBefore(first))
        .ifPresent(notice -> changes.add("suspension claimed " + notice.date()));
    return String.join(", ", changes);
  }
}
