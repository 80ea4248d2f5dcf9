package org.fenceline.cli.law;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.Law;
import org.fenceline.core.law.status.TreatyRecord;
import org.fenceline.exchange.treaties.BuiltInTreaties;
import org.jspecify.annotations.Nullable;

/** Reads the words of a question of law from the command line. */
final class LawQuestion {
  private LawQuestion() {}

  static Law law() {
    return new Law(new TreatyRecord(BuiltInTreaties.read()));
  }

  /** A word that was given, read by its parser; what it refuses is told with the word's place. */
  static <T> T parsed(String code, String field, String word, Function<String, T> parser) {
    try {
      return parser.apply(word);
    } catch (DateTimeException e) {
      throw refused(
          code, field, "\"" + word + "\" is not a date that exists", "write it as 2026-02-20", e);
    } catch (IllegalArgumentException e) {
      throw refused(code, field, String.valueOf(e.getMessage()), "", e);
    }
  }

  /** A state that acted under any of the treaties. */
  static StateCode state(Law law, String field, String word) {
    StateCode state = parsed("law.state", field, word, StateCode::parse);
    if (!isKnown(law, state)) {
      throw refused(
          "law.state",
          field,
          "no state " + state + " acted under any treaty held here, and ISO 3166-1 has none",
          "write its ISO 3166-1 alpha-3 code, such as POL",
          null);
    }
    return state;
  }

  static boolean isKnown(Law law, StateCode state) {
    return law.record().states().contains(state) || isIsoState(state);
  }

  private static boolean isIsoState(StateCode state) {
    return java.util.Locale.getISOCountries(java.util.Locale.IsoCountryCode.PART1_ALPHA3)
        .contains(state.text());
  }

  /** The day that was given, or today by UTC. */
  static LocalDate day(@Nullable String on, InstantSource clock) {
    return on == null
        ? clock.instant().atZone(ZoneOffset.UTC).toLocalDate()
        : parsed("law.date", "--on", on, LocalDate::parse);
  }

  private static RefusedRequest refused(
      String code, String field, String message, String mend, @Nullable Throwable cause) {
    RefusedRequest refused =
        new RefusedRequest(new Problem(code, Place.ofField(field), message, mend));
    if (cause != null) {
      refused.initCause(cause);
    }
    return refused;
  }
}
