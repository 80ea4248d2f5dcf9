package org.fenceline.core.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one number from tokens: numerals, number words, and the scales behind them. */
final class NumberWords {
  private static final Map<String, Integer> SMALL =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));
  private static final Map<String, Long> SCALES =
      Map.of(
          "hundred", 100L,
          "thousand", 1_000L,
          "k", 1_000L,
          "million", 1_000_000L,
          "m", 1_000_000L,
          "mn", 1_000_000L,
          "billion", 1_000_000_000L,
          "bn", 1_000_000_000L);

  private NumberWords() {}

  /**
   * A number that was read.
   *
   * @param mantissa the number before its last scale
   * @param scale the scale, 1 for none
   * @param end index of the token after it
   */
  record Reading(BigDecimal mantissa, long scale, int end) {
    BigDecimal value() {
      return mantissa.multiply(BigDecimal.valueOf(scale));
    }
  }

  /** The number that begins at a token. */
  static Optional<Reading> at(List<Token> tokens, int index) {
    Token first = tokens.get(index);
    if (first.isNumeral()) {
      String digits = first.text().replaceAll("[,\\u00a0\\u202f]", "");
      return Optional.of(scaled(tokens, new BigDecimal(digits), index + 1));
    }
    return SMALL.containsKey(first.word()) || first.word().equals("dozen")
        ? words(tokens, index)
        : Optional.empty();
  }

  private static Reading scaled(List<Token> tokens, BigDecimal mantissa, int next) {
    long scale = next < tokens.size() ? SCALES.getOrDefault(tokens.get(next).word(), 1L) : 1;
    // "12 m" is a length; only a letter that touches its numeral is a scale.
    boolean abbreviated = next < tokens.size() && tokens.get(next).text().length() <= 2;
    boolean apart =
        next < tokens.size() && tokens.get(next).span().start() > tokens.get(next - 1).span().end();
    return scale == 1 || (abbreviated && apart)
        ? new Reading(mantissa, 1, next)
        : new Reading(mantissa, scale, next + 1);
  }

  private static Optional<Reading> words(List<Token> tokens, int index) {
    long group = 0;
    int next = index;
    while (next < tokens.size()) {
      String word = tokens.get(next).word();
      boolean joins = next > index && (word.equals("-") || word.equals("and"));
      if (SMALL.containsKey(word)) {
        group += Optional.ofNullable(SMALL.get(word)).orElse(0);
        next++;
      } else if (word.equals("hundred") && group > 0 && group < 10) {
        group *= 100;
        next++;
      } else if (word.equals("dozen") && group < 100) {
        group = Math.max(1, group) * 12;
        next++;
      } else if (joins && continues(tokens, next, group)) {
        next++;
      } else {
        break;
      }
      if (!word.equals("-") && !word.equals("and") && !mayContinue(tokens, next, group)) {
        break;
      }
    }
    Reading number = scaled(tokens, BigDecimal.valueOf(group), next);
    boolean bareOne = group == 1 && number.scale() == 1;
    return bareOne && !touchesUnit(tokens, number.end()) ? Optional.empty() : Optional.of(number);
  }

  /** "twenty-five", "two hundred and fifty": but "five and six" are two numbers. */
  private static boolean continues(List<Token> tokens, int joint, long group) {
    boolean small = joint + 1 < tokens.size() && SMALL.containsKey(tokens.get(joint + 1).word());
    boolean hyphen = tokens.get(joint).word().equals("-");
    boolean tens = group % 100 >= 20 && group % 10 == 0;
    return small && (hyphen ? tens : group >= 100 && group % 100 == 0);
  }

  private static boolean mayContinue(List<Token> tokens, int next, long group) {
    if (next >= tokens.size()) {
      return false;
    }
    String word = tokens.get(next).word();
    boolean tens = group % 100 >= 20 && group % 10 == 0;
    return word.equals("hundred")
        || word.equals("dozen")
        || ((word.equals("-") || word.equals("and")) && continues(tokens, next, group))
        || (tens && SMALL.containsKey(word));
  }

  // "one" alone is a pronoun more often than a figure; "one-year" is a figure.
  private static boolean touchesUnit(List<Token> tokens, int next) {
    return next < tokens.size() && tokens.get(next).isDash();
  }

  /** The size of a vague plural such as "millions", or empty. */
  static Optional<Long> plural(String word) {
    return word.endsWith("s")
        ? Optional.ofNullable(SCALES.get(word.substring(0, word.length() - 1)))
            .filter(_ -> word.length() > 4)
        : Optional.empty();
  }
}
