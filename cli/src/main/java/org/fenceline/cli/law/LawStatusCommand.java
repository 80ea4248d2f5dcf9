package org.fenceline.cli.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.FencelineCommand;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.Law;
import org.fenceline.core.law.report.Article7Report;
import org.fenceline.core.law.report.Article7Reports;
import org.fenceline.core.law.status.Standing;
import org.fenceline.core.law.term.Instrument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline law status}. */
@Command(
    name = "status",
    description = {
      "How a state stands to each treaty on a day: NON_PARTY, SIGNATORY, CONSENTED, BOUND,",
      "WITHDRAWING or LEFT. The day on which a withdrawal takes effect is the first day not bound.",
      "Also the reports under APMBC Art. 7 that arose in that year and the one before.",
      "Exit code 0 whatever the answer is."
    },
    footer = {"  fenceline law status POL", "  fenceline law status POL --on 2026-02-19 --json"})
public final class LawStatusCommand extends FencelineCommand {

  @Parameters(paramLabel = "STATE", description = "ISO 3166-1 alpha-3 code, such as POL.")
  private String state = "";

  @Option(names = "--on", paramLabel = "DATE", description = "The UTC day; today unless given.")
  private @Nullable String on;

  @Override
  public Integer call() {
    Law law = LawQuestion.law();
    StateCode asked = LawQuestion.state(law, "STATE", state);
    LocalDate day = LawQuestion.day(on, surroundings().clock());
    Map<Instrument, Standing> statuses = law.statuses(asked, day);
    List<Json> instruments = new ArrayList<>();
    statuses.forEach((instrument, standing) ->
        instruments.add(
            LawJson.of(instrument, standing, law.record().suspension(asked, instrument, day))));
    List<Article7Report> reports = reports(law, asked, day);
    Json.Obj answer =
        Json.object()
            .put("state", asked.text())
            .put("on", day.toString())
            .put("asOf", law.record().facts().asOf())
            .put("instruments", Json.array(instruments))
            .put("article7", Json.array(reports.stream().map(LawJson::of).toList()))
            .build();
    answer(
        answer,
        page -> {
          page.heading(asked + " on " + day);
          page.table(statuses.entrySet().stream().map(LawStatusCommand::row).toList());
          remarks(page, law, asked, day, statuses);
          reports.forEach(report -> show(page, report));
          page.line(page.faint(law.record().facts().asOf()));
        });
    return ExitCode.FINE;
  }

  /** Those that cover a day of the year asked about or of the one before. */
  private static List<Article7Report> reports(Law law, StateCode state, LocalDate day) {
    return Article7Reports.arisen(law.record(), state, day.getYear()).stream()
        .filter(report -> report.to().getYear() >= day.getYear() - 1)
        .toList();
  }

  private static void show(Page page, Article7Report report) {
    page.line(
        "Article 7 report, %s, for %s to %s: OWED by %s"
            .formatted(
                report.initial() ? "the first" : "annual",
                report.from(),
                report.to(),
                report.due()));
    report
        .dispute()
        .ifPresent(dispute -> {
          page.line(page.caution("  contested: ") + "OWED, " + dispute.owedBecause());
          page.line("             LAPSED, " + dispute.lapsedBecause());
        });
  }

  private static void remarks(
      Page page, Law law, StateCode state, LocalDate day, Map<Instrument, Standing> statuses) {
    statuses.forEach((instrument, standing) -> {
      law.record()
          .suspension(state, instrument, day)
          .ifPresent(notice ->
              page.line(
                  page.caution("contested: ")
                      + instrument.id()
                      + ", suspension notified "
                      + notice.date()
                      + "; the depositary still lists the state as bound"));
      for (TreatyAction action : standing.uncertain()) {
        page.line(
            page.caution("known less than well: ")
                + instrument.id()
                + " "
                + LawJson.word(action.action())
                + " of "
                + action.date()
                + " ("
                + LawJson.word(action.confidence())
                + ")");
      }
    });
  }

  private static List<String> row(Map.Entry<Instrument, Standing> held) {
    Standing standing = held.getValue();
    String since = standing.restsOn().isEmpty() ? "" : "since " + standing.from();
    String next = standing.until().map(day -> "until " + day).orElse("");
    String rests =
        standing.restsOn().stream()
            .map(action -> LawJson.word(action.action()) + " " + action.date())
            .reduce((a, b) -> a + ", " + b)
            .orElse("no act");
    return List.of(
        held.getKey().id(),
        standing.status().name(),
        since,
        next,
        rests + (standing.article().isEmpty() ? "" : "; " + standing.article()));
  }
}
