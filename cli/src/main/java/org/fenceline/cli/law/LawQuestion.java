package org.fenceline.cli.law;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.law.Law;
import org.fenceline.core.law.status.TreatyRecord;
import org.fenceline.core.law.term.Attribute;
import org.fenceline.exchange.csv.CsvRow;
import org.fenceline.exchange.treaties.BuiltInTreaties;
import org.jspecify.annotations.Nullable;

/** Reads the words of a question of law from the command line. */
final class LawQuestion {
  private static final String ATTRIBUTE = "law.attribute";

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
    return parsed("law.state", field, word, text -> state(law, text));
  }

  private static boolean isKnown(Law law, StateCode state) {
    return law.record().states().contains(state) || isIsoState(state);
  }

  private static boolean isIsoState(StateCode state) {
    return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).contains(state.text());
  }

  /** The day that was given, or today by UTC. */
  static LocalDate day(@Nullable String on, InstantSource clock) {
    return on == null
        ? clock.instant().atZone(ZoneOffset.UTC).toLocalDate()
        : parsed("law.date", "--on", on, LawQuestion::day);
  }

  /**
   * A day of which a register can speak.
   *
   * @throws IllegalArgumentException when it lies outside those
   */
  static LocalDate day(String word) {
    LocalDate day = LocalDate.parse(word);
    if (day.isBefore(When.FIRST_DAY) || day.isAfter(When.LAST_DAY)) {
      throw new IllegalArgumentException(
          "\"%s\" is outside the days from %s to %s"
              .formatted(word, When.FIRST_DAY, When.LAST_DAY));
    }
    return day;
  }

  /** A state that is known, as a word of a table. */
  static StateCode state(Law law, String word) {
    StateCode state = StateCode.parse(word);
    if (!isKnown(law, state)) {
      throw new IllegalArgumentException(
          "no state "
              + state
              + " acted under any treaty held here, and ISO 3166-1 has none; write its ISO 3166-1"
              + " alpha-3 code, such as POL");
    }
    return state;
  }

  /**
   * What is said of attributes, as {@code detectable=false}.
   *
   * @throws RefusedRequest for an unknown attribute, another value than true or false, or both of
   *     one attribute
   */
  static Map<Attribute, Boolean> attributes(List<String> words) {
    Map<Attribute, Boolean> known = new EnumMap<>(Attribute.class);
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        throw refused(
            ATTRIBUTE, "--attribute", "\"" + word + "\" has no value", "write NAME=true", null);
      }
      Attribute attribute =
          parsed(ATTRIBUTE, "--attribute", word.substring(0, equals), Attribute::parse);
      Boolean value = parsed(ATTRIBUTE, "--attribute", word.substring(equals + 1), CsvRow::truth);
      Boolean before = known.put(attribute, value);
      if (before != null && !before.equals(value)) {
        throw refused(
            ATTRIBUTE,
            "--attribute",
            attribute.word() + " is said to be both true and false",
            "give it once",
            null);
      }
    }
    return known;
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
