package org.fenceline.core.evidence;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenceline.core.entry.value.When;

/**
 * Finds the dates of a paragraph: "18 July 2025", "July 18, 2025", "February 2026", "2025-07-18",
 * "in 1997", and those relative to publication: "this year", "next year", "at present".
 */
final class DateReader {
  private static final String MONTHS =
      "(January|February|March|April|May|June|July|August|September|October|November|December)";
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b(\\d{1,2})(?:st|nd|rd|th)? " + MONTHS + ",? (\\d{4})\\b");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\b" + MONTHS + " (\\d{1,2})(?:st|nd|rd|th)?, (\\d{4})\\b");
  private static final Pattern MONTH_YEAR = Pattern.compile("\\b" + MONTHS + ",? (\\d{4})\\b");
  private static final Pattern ISO = Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2})\\b");
  private static final Pattern YEAR =
      Pattern.compile("(?<![\\d.,-])((?:19|20)\\d{2})(?![\\d]|[.,]\\d)");
  private static final Pattern RELATIVE =
      Pattern.compile(
          "\\b(this year|next year|last year|at present|currently|this month|next month|last month)\\b",
          Pattern.CASE_INSENSITIVE);
  // A number before a plural noun counts something: "2000 mines" is no year.
  private static final Pattern COUNTED = Pattern.compile("^[ -]\\p{Ll}+(?:s|kilomet\\w*)\\b");
  private static final Pattern YEAR_CUE =
      Pattern.compile(
          "(?:\\b(?:in|since|by|until|till|before|after|during|from|to|of|early|late|mid|year)|\\()[ -]$",
          Pattern.CASE_INSENSITIVE);

  private final String paragraph;
  private final Optional<When> published;
  private final List<DateMention> mentions = new ArrayList<>();

  private DateReader(String paragraph, Optional<When> published) {
    this.paragraph = paragraph;
    this.published = published;
  }

  /**
   * The dates of a paragraph, in order.
   *
   * @param published when the document was published, where that is known
   */
  static List<DateMention> read(String paragraph, Optional<When> published) {
    DateReader reader = new DateReader(paragraph, published);
    reader.find(DAY_FIRST, m -> day(m.group(3), m.group(2), m.group(1)));
    reader.find(MONTH_FIRST, m -> day(m.group(3), m.group(1), m.group(2)));
    reader.find(MONTH_YEAR, m -> new When.Month(YearMonth.of(year(m.group(2)), month(m.group(1)))));
    reader.find(ISO, m -> When.day(LocalDate.parse(m.group(1))));
    reader.years();
    reader.relative();
    reader.mentions.sort(java.util.Comparator.comparingInt(mention -> mention.span().start()));
    return reader.mentions;
  }

  /** Makes a date of a match. */
  @FunctionalInterface
  private interface Reading {
    When of(Matcher matcher);
  }

  private void find(Pattern pattern, Reading reading) {
    Matcher matcher = pattern.matcher(paragraph);
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      if (isFree(span)) {
        existing(reading, matcher)
            .ifPresent(when -> mentions.add(new DateMention(Optional.of(when), span, false)));
      }
    }
  }

  /** The date of a match; "31 February 2026" is none, and its numbers stay figures. */
  private static Optional<When> existing(Reading reading, Matcher matcher) {
    try {
      return Optional.of(reading.of(matcher));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void years() {
    Matcher matcher = YEAR.matcher(paragraph);
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      String before = paragraph.substring(0, span.start());
      String after = paragraph.substring(span.end());
      boolean cued = YEAR_CUE.matcher(before).find();
      boolean counts = COUNTED.matcher(after).find();
      boolean named = after.length() > 1 && Character.isUpperCase(after.charAt(1));
      boolean ends = after.isEmpty() || ".,;:)".indexOf(after.charAt(0)) >= 0;
      if (isFree(span) && (named || ((cued || ends) && !counts))) {
        When year = new When.WholeYear(Year.of(year(matcher.group(1))));
        mentions.add(new DateMention(Optional.of(year), span, false));
      }
    }
  }

  private void relative() {
    Matcher matcher = RELATIVE.matcher(paragraph);
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      if (isFree(span)) {
        String words = matcher.group(1).toLowerCase(Locale.ROOT);
        mentions.add(new DateMention(published.flatMap(day -> resolve(words, day)), span, true));
      }
    }
  }

  private static Optional<When> resolve(String words, When published) {
    LocalDate first = published.earliestDay();
    LocalDate last = published.latestDay();
    int shift = words.startsWith("next") ? 1 : words.startsWith("last") ? -1 : 0;
    if (words.endsWith("year")) {
      return first.getYear() == last.getYear()
          ? Optional.of(new When.WholeYear(Year.of(first.getYear() + shift)))
          : Optional.empty();
    }
    boolean oneMonth = YearMonth.from(first).equals(YearMonth.from(last));
    if (words.endsWith("month")) {
      return oneMonth
          ? Optional.of(new When.Month(YearMonth.from(first).plusMonths(shift)))
          : Optional.empty();
    }
    return Optional.of(published);
  }

  private boolean isFree(Span span) {
    return mentions.stream().noneMatch(mention -> mention.span().overlaps(span));
  }

  private static When day(String year, String month, String day) {
    return When.day(LocalDate.of(year(year), month(month), Integer.parseInt(day)));
  }

  private static int year(String digits) {
    return Integer.parseInt(digits);
  }

  private static Month month(String name) {
    return Month.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
