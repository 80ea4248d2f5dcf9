package org.fenceline.cli.land;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.land.check.Danger;
import org.fenceline.core.land.check.Reason;
import org.fenceline.core.land.check.SafetyAnswer.Near;
import org.fenceline.core.land.check.SurveyedGround;
import org.fenceline.core.land.check.Verdict;

/** Puts answers about safety into words, all of which stand in one file a language. */
public final class SafetyWords {
  private static final String[] WINDS = {"N", "NE", "E", "SE", "S", "SW", "W", "NW"};
  private static final double WIND_DEGREES = 45;

  private final ResourceBundle words =
      ResourceBundle.getBundle("org.fenceline.cli.land.safety", Locale.ROOT);

  /** A verdict as it is shown. */
  public String verdict(Verdict verdict) {
    return words.getString(key(verdict));
  }

  private String advice(Verdict verdict) {
    return words.getString(key(verdict) + ".advice");
  }

  private static String key(Verdict verdict) {
    return "verdict." + verdict.name().toLowerCase(Locale.ROOT);
  }

  String of(String key, Object... values) {
    return new MessageFormat(words.getString(key), Locale.ROOT).format(values);
  }

  String danger(Danger danger) {
    return danger(danger.kind(), danger.name());
  }

  String danger(Danger.Kind kind, String name) {
    return of("kind." + kind.name().toLowerCase(Locale.ROOT), name);
  }

  /** The verdict in its colour, and what to do. */
  void tellVerdict(Page page, Verdict verdict) {
    String word = verdict(verdict);
    page.line(
        switch (verdict) {
          case DANGER -> page.alarm(word);
          case CAUTION, NOT_SURVEYED -> page.caution(word);
          case NO_KNOWN_HAZARD_ON_SURVEYED_LAND -> page.good(word);
        });
    page.line(advice(verdict));
  }

  /** A verdict for programs. */
  static String code(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String reason(Reason reason) {
    return switch (reason) {
      case Reason.DangerNear(Near near) when near.metres() == 0 ->
          of(
              near.danger().footprint().areas().isEmpty() ? "reason.at" : "reason.inside",
              danger(near.danger()));
      case Reason.DangerNear(Near near) ->
          of(
              "reason.near",
              danger(near.danger()),
              metresDown(near.metres()),
              metresUp(near.danger().accuracyMetres()));
      case Reason.Doubted doubted ->
          of(
              "reason.doubt." + doubted.doubt().kind().name().toLowerCase(Locale.ROOT),
              doubted.ground().release().release(),
              doubted.doubt().name());
      case Reason.InAreaOfConcern(String name) -> of("reason.concern", name);
      case Reason.NotReleased() -> of("reason.not_released");
    };
  }

  String near(Near near) {
    return direction(danger(near.danger()), near.metres(), near.azimuthDegrees());
  }

  String direction(String what, double metres, double azimuthDegrees) {
    return of(
        "nearest.line", what, metresDown(metres), degrees(azimuthDegrees), wind(azimuthDegrees));
  }

  /** A direction in whole degrees, less than a full turn. */
  static String degrees(double azimuthDegrees) {
    return Long.toString(Math.round(azimuthDegrees) % 360);
  }

  String released(SurveyedGround ground) {
    return of(
        "released",
        ground.release().release(),
        ground.part().kind().name().toLowerCase(Locale.ROOT),
        ground
            .part()
            .depthMetres()
            .map(depth -> of("released.depth", depth.toPlainString()))
            .orElseGet(() -> of("released.no_depth")),
        ground.part().method().orElse("-"),
        ground.entry().on());
  }

  private static String wind(double azimuthDegrees) {
    return WINDS[(int) Math.round(azimuthDegrees / WIND_DEGREES) % WINDS.length];
  }

  /** A distance to a danger is never told longer than it is. */
  static String metresDown(double metres) {
    return Long.toString((long) Math.floor(metres));
  }

  /** An error is never told smaller than it is. */
  static String metresUp(double metres) {
    return Long.toString((long) Math.ceil(metres));
  }
}
