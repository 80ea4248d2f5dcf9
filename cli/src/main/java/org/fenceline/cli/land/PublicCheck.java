package org.fenceline.cli.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.land.check.Verdict;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.grid.PublicAnswer;

/**
 * Tells what the public may know of a point. Whatever stands here comes from the public layer: no
 * count of records, no time of the newest, nothing that is not in the layer.
 */
final class PublicCheck {
  private final SafetyWords words = new SafetyWords();
  private final PublicAnswer answer;
  private final double keptMetres;

  /**
   * An answer to tell.
   *
   * @param keptMetres the margin that was kept
   */
  PublicCheck(PublicAnswer answer, double keptMetres) {
    this.answer = answer;
    this.keptMetres = keptMetres;
  }

  Json.Builder json(Position place) {
    List<Json> nearest = new ArrayList<>();
    answer
        .region()
        .ifPresent(region ->
            nearest.add(near("shown-cells", "", region.metres(), region.azimuthDegrees())));
    for (PublicAnswer.ToHazard hazard : answer.hazards()) {
      nearest.add(
          near(
              hazard.hazard().kind().name().toLowerCase(Locale.ROOT),
              hazard.hazard().name(),
              hazard.metres(),
              hazard.azimuthDegrees()));
    }
    return Json.object()
        .put("longitude", place.longitudeText())
        .put("latitude", place.latitudeText())
        .put("verdict", SafetyWords.code(answer.verdict()))
        .put("reasons", Json.strings(reasons()))
        .put("marginMetres", Double.toString(keptMetres))
        .put("nearest", new Json.Arr(nearest))
        .put("disclosure", "public");
  }

  private static Json near(String kind, String name, double metres, double azimuthDegrees) {
    Json.Builder near = Json.object().put("kind", kind);
    if (!name.isEmpty()) {
      near.put("name", name);
    }
    return near.put("metres", SafetyWords.metresDown(metres))
        .put("azimuthDegrees", SafetyWords.degrees(azimuthDegrees))
        .build();
  }

  private List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    if (answer.verdict().compareTo(Verdict.CAUTION) <= 0) {
      answer
          .region()
          .ifPresent(region ->
              reasons.add(
                  region.metres() == 0
                      ? words.of("public.inside")
                      : words.of("public.near", SafetyWords.metresDown(region.metres()))));
    }
    for (PublicAnswer.ToHazard hazard : answer.hazards()) {
      String what = words.danger(hazard.hazard().kind(), hazard.hazard().name());
      reasons.add(
          hazard.metres() == 0
              ? words.of("reason.inside", what)
              : words.of(
                  "reason.near",
                  what,
                  SafetyWords.metresDown(hazard.metres()),
                  SafetyWords.metresUp(hazard.hazard().hazard().accuracyMetres())));
    }
    if (answer.isDoubted()) {
      reasons.add(words.of("public.doubt"));
    }
    answer
        .ground()
        .ifPresentOrElse(
            ground -> reasons.add(words.of("public.released", ground.release())),
            () -> reasons.add(words.of("public.not_released")));
    return reasons;
  }

  void tell(Page page, double off) {
    words.tellVerdict(page, answer.verdict());
    reasons().forEach(reason -> page.line("  " + reason));
    answer
        .region()
        .ifPresentOrElse(
            region ->
                page.line(
                    words.direction(
                        words.of("public.cells"), region.metres(), region.azimuthDegrees())),
            () -> page.line(words.of("public.none")));
    page.line(words.of("margin", SafetyWords.metresUp(keptMetres), SafetyWords.metresUp(off)));
    page.line(words.of("public.scope"));
  }
}
