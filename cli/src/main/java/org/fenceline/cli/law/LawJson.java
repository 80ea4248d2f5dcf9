package org.fenceline.cli.law;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.law.Opinion;
import org.fenceline.core.law.Reading;
import org.fenceline.core.law.report.Article7Report;
import org.fenceline.core.law.rule.Applied;
import org.fenceline.core.law.status.Standing;
import org.fenceline.core.law.status.Status;
import org.fenceline.core.law.term.Instrument;
import org.fenceline.core.law.term.Question;

/** Answers of law as JSON. */
public final class LawJson {
  private LawJson() {}

  /** A verdict, with the other side of a transfer as an object of the same shape. */
  public static Json.Obj of(Opinion opinion) {
    Question question = opinion.question();
    Json.Builder json =
        Json.object()
            .put("state", question.state().text())
            .put("act", question.act().word())
            .put("item", question.item().word())
            .putIfPresent("to", question.to().map(Object::toString))
            .put("on", question.on().toString())
            .put("verdict", opinion.verdict().name())
            .put("contested", opinion.isContested())
            .put("readings", Json.array(opinion.readings().stream().map(LawJson::of).toList()))
            .put("rules", Json.array(opinion.rules().stream().map(LawJson::of).toList()))
            .put("turns", Json.array(opinion.turns().stream().map(LawJson::of).toList()))
            .put("uncertain", Json.array(opinion.uncertain().stream().map(LawJson::of).toList()));
    opinion.recipient().ifPresent(recipient -> json.put("recipient", of(recipient)));
    return json.build();
  }

  private static Json of(Reading reading) {
    return Json.object()
        .put("name", reading.name())
        .put("verdict", reading.verdict().name())
        .put("why", reading.why())
        .put("sources", Json.strings(reading.sources()))
        .build();
  }

  private static Json of(Applied rule) {
    return Json.object()
        .put("article", rule.article())
        .put("result", rule.isDuty() ? "DUTY" : rule.result().name())
        .put("condition", rule.condition().name().toLowerCase(Locale.ROOT))
        .put("why", rule.why())
        .build();
  }

  private static Json of(Opinion.Turn turn) {
    return Json.object()
        .put("date", turn.day().toString())
        .put("verdict", turn.verdict().name())
        .put("contested", turn.contested())
        .build();
  }

  /** An act under a treaty. */
  static Json of(TreatyAction action) {
    return Json.object()
        .put("treaty", action.treaty())
        .putIfPresent("state", action.state().map(Object::toString))
        .put("action", word(action.action()))
        .put("date", action.date().toString())
        .putIfPresent("effective", action.effective().map(Object::toString))
        .put("confidence", word(action.confidence()))
        .put("source", action.source())
        .put("note", action.note())
        .build();
  }

  /** A status under an instrument. */
  static Json of(Instrument instrument, Standing standing, Optional<TreatyAction> suspension) {
    Json.Builder json =
        Json.object()
            .put("id", instrument.id())
            .put("title", instrument.title())
            .put("status", standing.status().name())
            .putIfPresent(
                "since",
                standing.status() == Status.NON_PARTY
                    ? Optional.empty()
                    : Optional.of(standing.from().toString()))
            .putIfPresent("until", standing.until().map(Object::toString))
            .putIfPresent("boundSince", standing.boundSince().map(Object::toString))
            .put("article", standing.article())
            .put("restsOn", Json.array(standing.restsOn().stream().map(LawJson::of).toList()));
    json.put("contested", suspension.isPresent());
    suspension.ifPresent(notice -> json.put("suspension", of(notice)));
    return json.build();
  }

  /** A report that arose under APMBC Art. 7. */
  static Json of(Article7Report report) {
    Json.Builder json =
        Json.object()
            .put("kind", report.initial() ? "initial" : "annual")
            .put("from", report.from().toString())
            .put("to", report.to().toString())
            .put("due", report.due().toString())
            .put("standing", "OWED")
            .put("contested", report.isContested());
    report
        .dispute()
        .ifPresent(dispute ->
            json.put(
                "readings",
                Json.array(
                    List.of(
                        Json.object().put("name", "OWED").put("why", dispute.owedBecause()).build(),
                        Json.object()
                            .put("name", "LAPSED")
                            .put("why", dispute.lapsedBecause())
                            .build()))));
    return json.build();
  }

  /** The word of a constant, such as {@code withdrawal-notice}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
