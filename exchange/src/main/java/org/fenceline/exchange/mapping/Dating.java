package org.fenceline.exchange.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.When;
import org.fenceline.exchange.feature.Feature;

/**
 * How the time comes out of a row. An empty cell is an unknown time.
 *
 * @param always the time of every row, such as {@code unknown} or {@code 1944}
 * @param column the column that is read
 * @param text columns within a text, such as {@code {year}-{month}}
 * @param remove characters that are taken out first
 * @param formats patterns of {@link DateTimeFormatter}, the first that fits counts
 * @param century first of the hundred years that years of two digits are of
 * @param language of names of months, English unless said
 * @param precision what is kept: day, month or year; all that was read unless said
 * @param unknown words that say that nobody knows
 */
@Meaning("How the time comes out of a row.")
public record Dating(
    Optional<String> always,
    Optional<String> column,
    Optional<String> text,
    Optional<String> remove,
    List<String> formats,
    Optional<Count> century,
    Optional<String> language,
    Optional<Precision> precision,
    List<String> unknown) {

  /** How much of a time is kept. */
  public enum Precision {
    DAY,
    MONTH,
    YEAR
  }

  public Dating {
    formats = List.copyOf(formats);
    unknown = List.copyOf(unknown);
    if (List.of(always, column, text).stream().filter(Optional::isPresent).count() != 1) {
      throw new IllegalArgumentException("write one of always, column, text");
    }
  }

  void check(List<Problem> problems) {
    try {
      always.ifPresent(When::parse);
      formats.forEach(this::formatter);
    } catch (IllegalArgumentException e) {
      problems.add(
          new Problem("import.mapping", Place.ofField("on"), String.valueOf(e.getMessage()), ""));
    }
  }

  List<String> columns() {
    List<String> columns = new ArrayList<>(column.stream().toList());
    text.ifPresent(filled -> columns.addAll(FieldRule.columns(filled)));
    return columns;
  }

  /** The time of a row. */
  When of(Feature row) throws RowProblem {
    if (always.isPresent()) {
      return When.parse(always.get());
    }
    Optional<String> cell =
        column.isPresent() ? row.text(column.get()) : FieldRule.filled(text.orElse(""), row);
    String word = FieldRule.without(cell.orElse(""), remove.orElse(""));
    if (word.isEmpty() || unknown.contains(word)) {
      return new When.Unknown();
    }
    return kept(read(word));
  }

  private When read(String word) throws RowProblem {
    for (String format : formats) {
      try {
        return when(formatter(format).parse(word));
      } catch (DateTimeException _) {
        // The next form may fit.
      }
    }
    try {
      if (formats.isEmpty()) {
        return When.parse(word);
      }
    } catch (IllegalArgumentException _) {
      // Told below, with the forms that the mapping knows.
    }
    throw new RowProblem(
        "import.date",
        column.or(() -> text).orElse(""),
        "\""
            + word
            + "\" is not a date of the form "
            + (formats.isEmpty() ? "2026-03-05" : String.join(" or ", formats)),
        "add its form under on.formats, or the word under on.unknown");
  }

  private DateTimeFormatter formatter(String format) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    String pattern = format.replace('y', 'u');
    int two = pattern.replace("uuuu", "****").indexOf("uu");
    if (two < 0) {
      builder.appendPattern(pattern);
    } else if (century.isEmpty()) {
      throw new IllegalArgumentException(
          "formats: \""
              + format
              + "\" has years of two digits; write century: 1900 for the years 1900 to 1999");
    } else {
      append(builder, pattern.substring(0, two));
      builder.appendValueReduced(ChronoField.YEAR, 2, 2, Math.toIntExact(century.get().number()));
      append(builder, pattern.substring(two + 2));
    }
    return builder
        .toFormatter(Locale.forLanguageTag(language.orElse("en")))
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static void append(DateTimeFormatterBuilder builder, String pattern) {
    if (!pattern.isEmpty()) {
      builder.appendPattern(pattern);
    }
  }

  private static When when(TemporalAccessor read) {
    if (read.isSupported(ChronoField.INSTANT_SECONDS)) {
      return new When.Moment(
          read.isSupported(ChronoField.OFFSET_SECONDS)
              ? OffsetDateTime.from(read)
              : java.time.Instant.from(read).atOffset(ZoneOffset.UTC));
    }
    if (read.isSupported(ChronoField.EPOCH_DAY)) {
      return new When.Day(LocalDate.from(read));
    }
    return read.isSupported(ChronoField.MONTH_OF_YEAR)
        ? new When.Month(YearMonth.from(read))
        : new When.WholeYear(Year.from(read));
  }

  // A moment with an offset keeps the day that its clock showed.
  private When kept(When read) {
    LocalDate first =
        read instanceof When.Moment moment ? moment.at().toLocalDate() : read.earliestDay();
    return switch (precision.orElse(null)) {
      case null -> read;
      case DAY -> read instanceof When.Moment ? new When.Day(first) : read;
      case MONTH -> read instanceof When.WholeYear ? read : new When.Month(YearMonth.from(first));
      case YEAR -> new When.WholeYear(Year.from(first));
    };
  }
}
