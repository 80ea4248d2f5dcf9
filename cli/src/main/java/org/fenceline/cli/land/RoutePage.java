package org.fenceline.cli.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.land.check.LandFacts;
import org.fenceline.core.land.check.RouteAnswer;
import org.fenceline.core.land.check.RouteAnswer.Stretch;
import org.fenceline.core.land.check.Verdict;

/**
 * Shows what is said of ways.
 *
 * @param answers one a way
 * @param known the map, and what is on none
 * @param marginMetres the distance that was kept
 * @param outsideOf the register's country, when a part of a way lies outside it
 */
record RoutePage(
    List<RouteAnswer> answers,
    LandFacts.Known known,
    double marginMetres,
    Optional<String> outsideOf) {

  /** The worst of all ways. */
  Verdict worst() {
    return answers.stream()
        .map(RouteAnswer::worst)
        .reduce(Verdict::or)
        .orElse(Verdict.NOT_SURVEYED);
  }

  Json.Builder json() {
    List<Json> ways = new ArrayList<>();
    for (RouteAnswer answer : answers) {
      ways.add(
          Json.object()
              .put("verdict", SafetyWords.code(answer.worst()))
              .put("lengthMetres", Math.round(answer.lengthMetres()))
              .put("stretches", Json.array(answer.stretches().stream().map(this::json).toList()))
              .build());
    }
    return Json.object()
        .put("verdict", SafetyWords.code(worst()))
        .put("marginMetres", Double.toString(marginMetres))
        .put("ways", new Json.Arr(ways))
        .put("withoutPlace", known.withoutPlace())
        .putIfPresent("outsideOf", outsideOf);
  }

  private Json json(Stretch stretch) {
    SafetyWords words = new SafetyWords();
    return Json.object()
        .put("verdict", SafetyWords.code(stretch.verdict()))
        .put("fromMetres", Math.round(stretch.fromMetres()))
        .put("untilMetres", Math.round(stretch.untilMetres()))
        .put("longitude", stretch.from().longitudeText())
        .put("latitude", stretch.from().latitudeText())
        .put("reasons", Json.strings(stretch.reasons().stream().map(words::reason).toList()))
        .build();
  }

  void tell(Page page) {
    SafetyWords words = new SafetyWords();
    words.tellVerdict(page, worst());
    for (RouteAnswer answer : answers) {
      page.line(
          words.of(
              "route",
              Long.toString(Math.round(answer.lengthMetres())),
              words.verdict(answer.worst())));
      for (Stretch stretch : answer.stretches()) {
        page.line(
            "  "
                + words.of(
                    "route.stretch",
                    Long.toString(Math.round(stretch.fromMetres())),
                    Long.toString(Math.round(stretch.untilMetres())),
                    words.verdict(stretch.verdict()),
                    words.reason(stretch.reasons().getFirst())));
      }
    }
    page.line(words.of("route.margin", SafetyWords.metresUp(marginMetres)));
    outsideOf.ifPresent(country -> page.line(words.of("route.abroad", country)));
  }
}
