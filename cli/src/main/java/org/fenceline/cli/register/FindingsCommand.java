package org.fenceline.cli.register;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.rule.Rules;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fenceline findings}. */
@Command(
    name = "findings",
    description = {
      "What in the records is unlawful, contradictory, late or missing, with the entries that cause",
      "it. Exit code 1 when there is any."
    },
    footer = {
      "  fenceline findings",
      "  fenceline findings --rule unlawful-act --on 2026-06-30",
      "  fenceline findings --open --since 2026-05-01 --json"
    })
public final class FindingsCommand extends RegisterCommand {

  @Mixin private ViewOptions view = new ViewOptions();

  @Option(names = "--rule", paramLabel = "RULE", description = "Only what this rule finds.")
  private @Nullable String rule;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Only what entries recorded on or after this UTC day cause.")
  private @Nullable String since;

  @Option(names = "--open", description = "Only what still is so on the day that is asked about.")
  private boolean open;

  @Override
  public Integer call() {
    Rules rules = new Rules();
    Instant from = since();
    if (rule != null && rules.find(rule).isEmpty()) {
      throw usage(
          "\""
              + rule
              + "\" is not a rule; rules are "
              + rules.list().stream().map(Rule::name).collect(Collectors.joining(", ")));
    }
    AsOf asOf = view.asOf(surroundings().clock());
    try (Register register = open();
        Reading reading = register.read()) {
      List<Finding> findings =
          rules.judge(views(reading, asOf)).stream()
              .filter(finding -> rule == null || finding.rule().equals(rule))
              .filter(finding -> !finding.knownSince().isBefore(from))
              .filter(finding -> !open || finding.open())
              .toList();
      Json.Builder answer =
          Json.object()
              .putAll(ViewOptions.toJson(asOf).build().members())
              .put("findings", Json.array(findings.stream().map(FindingsCommand::json).toList()));
      answer(register.identity(), answer, page -> show(page, asOf, findings));
      return findings.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }
  }

  private Instant since() {
    try {
      return since == null
          ? Instant.MIN
          : LocalDate.parse(since).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw usage("--since: \"" + since + "\" is not a date that exists; write 2026-05-01");
    }
  }

  /** A finding as JSON. */
  public static Json json(Finding finding) {
    return Json.object()
        .put("rule", finding.rule())
        .put("weight", finding.weight().name().toLowerCase(Locale.ROOT))
        .putIfPresent("day", finding.day().map(Object::toString))
        .put("what", finding.what())
        .put("open", finding.open())
        .put(
            "causes",
            Json.strings(finding.causes().stream().map(cause -> cause.id().toString()).toList()))
        .build();
  }

  private static void show(Page page, AsOf asOf, List<Finding> findings) {
    if (findings.isEmpty()) {
      page.line("nothing found " + ViewOptions.text(asOf));
      return;
    }
    page.heading(findings.size() + " findings " + ViewOptions.text(asOf));
    findings.forEach(finding -> show(page, finding));
  }

  /** A finding in two lines. */
  public static void show(Page page, Finding finding) {
    String weight = finding.weight().name().toLowerCase(Locale.ROOT);
    String mark =
        switch (finding.weight()) {
          case UNLAWFUL -> page.alarm(weight);
          case DISCREPANCY, OVERDUE -> page.caution(weight);
          case NOTICE -> weight;
        };
    page.line(mark + "  " + finding.what());
    page.line(
        page.faint(
            "  "
                + finding.rule()
                + (finding.open() ? ", open" : "")
                + (finding.causes().isEmpty()
                    ? ""
                    : "; "
                        + finding.causes().stream()
                            .limit(3)
                            .map(EntryJson::brief)
                            .collect(Collectors.joining("; "))
                        + (finding.causes().size() > 3
                            ? "; and " + (finding.causes().size() - 3) + " more"
                            : ""))));
  }
}
