package org.fenceline.cli.register;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.AsOf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The two times and the basis of a question. */
public final class ViewOptions {

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "About the end of this UTC day; today unless given.")
  private @Nullable String on;

  @Option(
      names = "--known-at",
      paramLabel = "TIME",
      description =
          "Only what was recorded by then counts: a date (its end, UTC) or a time such as"
              + " 2026-03-05T12:00:00Z.")
  private @Nullable String knownAt;

  @Option(
      names = "--known-here-at",
      paramLabel = "TIME",
      description = "As --known-at, by when entries arrived in this register.")
  private @Nullable String knownHereAt;

  @Option(
      names = "--with-transcribed",
      description = "Let transcribed history count from when it was first recorded elsewhere.")
  private boolean withTranscribed;

  @Option(names = "--endorsed", description = "Only what a second person endorsed counts.")
  private boolean endorsed;

  /** Whether anything but today and all that is known was asked for. */
  public boolean isAsked() {
    return on != null || knownAt != null || knownHereAt != null || withTranscribed || endorsed;
  }

  /** The times and basis that were asked for. */
  public AsOf asOf(InstantSource clock) {
    if (knownHereAt != null && (knownAt != null || withTranscribed)) {
      throw new RefusedRequest(
          new Problem(
              "view.clocks",
              Place.ofField("--known-here-at"),
              "two clocks were asked for",
              "leave out --known-at and --with-transcribed"));
    }
    LocalDate day = on == null ? clock.instant().atZone(ZoneOffset.UTC).toLocalDate() : day(on);
    AsOf.Clock known =
        knownHereAt != null
            ? AsOf.Clock.ARRIVED
            : withTranscribed ? AsOf.Clock.TRANSCRIBED : AsOf.Clock.RECORDED;
    String time = knownHereAt != null ? knownHereAt : knownAt;
    return new AsOf(
        day,
        time == null ? Instant.MAX : time(time),
        known,
        endorsed ? AsOf.Basis.ENDORSED : AsOf.Basis.ALL);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw wrong("--on", text, "write a date that exists, such as 2026-03-05", e);
    }
  }

  private static Instant time(String text) {
    try {
      return text.indexOf('T') > 0
          ? Instant.parse(text)
          : LocalDate.parse(text)
              .plusDays(1)
              .atStartOfDay(ZoneOffset.UTC)
              .toInstant()
              .minusMillis(1);
    } catch (DateTimeException e) {
      throw wrong(
          "--known-at", text, "write a date that exists, or a time as 2026-03-05T12:00:00Z", e);
    }
  }

  private static RefusedRequest wrong(
      String option, String text, String mend, DateTimeException cause) {
    RefusedRequest refused =
        new RefusedRequest(
            new Problem(
                "view.date",
                Place.ofField(option),
                "\"" + text + "\" is not a date that exists",
                mend));
    refused.initCause(cause);
    return refused;
  }

  /** The question's times as JSON members. */
  public static Json.Builder toJson(AsOf asOf) {
    Json.Builder json = Json.object().put("on", asOf.on().toString());
    if (!asOf.knownAt().equals(Instant.MAX)) {
      json.put("knownAt", asOf.knownAt().toString());
    }
    return json.put("clock", word(asOf.clock())).put("basis", word(asOf.basis()));
  }

  /** The question's times for a person, such as {@code on 2026-03-05, known 2026-04-30}. */
  public static String text(AsOf asOf) {
    StringBuilder text = new StringBuilder("on " + asOf.on());
    if (!asOf.knownAt().equals(Instant.MAX)) {
      text.append(", known at ").append(asOf.knownAt());
    }
    switch (asOf.clock()) {
      case RECORDED -> {}
      case TRANSCRIBED ->
          text.append(", transcribed history counting from when it was recorded elsewhere");
      case ARRIVED -> text.append(", by arrival in this register");
    }
    return text.append(
            switch (asOf.basis()) {
              case ALL -> "";
              case ENDORSED -> ", endorsed entries only";
            })
        .toString();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT);
  }
}
