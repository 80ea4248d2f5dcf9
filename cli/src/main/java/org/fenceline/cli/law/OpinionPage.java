package org.fenceline.cli.law;

import java.util.List;
import java.util.stream.Collectors;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.law.Opinion;
import org.fenceline.core.law.Reading;
import org.fenceline.core.law.rule.Applied;
import org.fenceline.core.law.rule.Applied.Condition;
import org.fenceline.core.law.term.Question;
import org.fenceline.core.law.term.Verdict;

/** A verdict as a person reads it: the word first, then why, when it turns, and who disagrees. */
final class OpinionPage {
  private final Page page;

  OpinionPage(Page page) {
    this.page = page;
  }

  void show(Opinion opinion, String asOf) {
    side(opinion, "");
    opinion.recipient().ifPresent(recipient -> side(recipient, "  the recipient's side"));
    page.line(page.faint(asOf));
  }

  private void side(Opinion opinion, String whose) {
    page.line(
        headline(opinion)
            + (opinion.isContestedHere() ? page.caution("  CONTESTED") : "")
            + page.faint(whose));
    rules(opinion);
    readings(opinion);
    turns(opinion);
    uncertain(opinion);
  }

  private void turns(Opinion opinion) {
    if (!opinion.turns().isEmpty()) {
      page.line(
          "  turns on "
              + opinion.turns().stream()
                  .map(turn ->
                      turn.day() + " " + turn.verdict() + (turn.contested() ? " (contested)" : ""))
                  .collect(Collectors.joining(", ")));
    }
  }

  private void uncertain(Opinion opinion) {
    opinion
        .uncertain()
        .forEach(action ->
            page.line(
                page.caution("  known less than well: ")
                    + action.treaty()
                    + " "
                    + LawJson.word(action.action())
                    + " of "
                    + action.date()
                    + " ("
                    + LawJson.word(action.confidence())
                    + ")"));
  }

  private String headline(Opinion opinion) {
    Question question = opinion.question();
    return page.bold(coloured(opinion.verdict()))
        + "  "
        + question.state()
        + " "
        + question.act().word()
        + " "
        + question.item().word()
        + question.to().map(state -> " to " + state).orElse("")
        + " on "
        + question.on();
  }

  private String coloured(Verdict verdict) {
    return switch (verdict) {
      case PROHIBITED -> page.alarm(verdict.name());
      case RESTRICTED, REPORTABLE -> page.caution(verdict.name());
      case NOT_PROHIBITED -> page.good(verdict.name());
    };
  }

  private void rules(Opinion opinion) {
    for (Applied rule : opinion.rules()) {
      String result = rule.isDuty() ? "duty" : rule.result().name();
      String condition =
          rule.condition() == Condition.MET
              ? " (met)"
              : rule.condition() == Condition.UNMET ? " (not met)" : "";
      page.line("  %-15s %-14s %s%s".formatted(rule.article(), result, rule.why(), condition));
    }
  }

  private void readings(Opinion opinion) {
    if (opinion.isContestedHere()) {
      for (Reading reading : opinion.readings()) {
        page.line(
            "  reading: %s: %s; %s (%s)"
                .formatted(
                    reading.name(),
                    reading.verdict(),
                    reading.why(),
                    String.join("; ", reading.sources())));
      }
    }
  }

  /** One line of a table of verdicts. */
  static List<String> row(Opinion opinion) {
    Question question = opinion.question();
    return List.of(
        question.state().text(),
        question.act().word(),
        question.item().word(),
        question.to().map(Object::toString).orElse(""),
        question.on().toString(),
        opinion.verdict().name(),
        opinion.isContested() ? "contested" : "",
        opinion.rules().stream()
            .filter(rule -> !rule.isDuty())
            .map(Applied::article)
            .collect(Collectors.joining("; ")),
        opinion.recipient().map(recipient -> "recipient " + recipient.verdict()).orElse(""));
  }
}
