package org.fenceline.core.entry.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * When something was true, as precisely as is known.
 *
 * <p>Law and balances use the earliest and the latest UTC day and say "cannot be decided" where the
 * answer differs between them.
 */
public sealed interface When {

  /** Earliest UTC day on which it may have been true. */
  LocalDate earliestDay();

  /** Latest UTC day on which it may have been true. */
  LocalDate latestDay();

  /** First day that a register can speak of; stands for "no earliest day". */
  LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  /** Last day that a register can speak of; stands for "no latest day". */
  LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  /** A moment with its offset, as {@code 2026-03-05T14:00:00+01:00}. */
  record Moment(OffsetDateTime at) implements When {
    @Override
    public LocalDate earliestDay() {
      return at.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public LocalDate latestDay() {
      return earliestDay();
    }

    @Override
    public String toString() {
      return at.toString();
    }
  }

  /** A day, as {@code 2026-03-05}. */
  record Day(LocalDate day) implements When {
    @Override
    public LocalDate earliestDay() {
      return day;
    }

    @Override
    public LocalDate latestDay() {
      return day;
    }

    @Override
    public String toString() {
      return day.toString();
    }
  }

  /** A month, as {@code 2026-03}. */
  record Month(YearMonth month) implements When {
    @Override
    public LocalDate earliestDay() {
      return month.atDay(1);
    }

    @Override
    public LocalDate latestDay() {
      return month.atEndOfMonth();
    }

    @Override
    public String toString() {
      return month.toString();
    }
  }

  /** A year, as {@code 2026}. */
  record WholeYear(Year year) implements When {
    @Override
    public LocalDate earliestDay() {
      return year.atDay(1);
    }

    @Override
    public LocalDate latestDay() {
      return year.atMonth(12).atEndOfMonth();
    }

    @Override
    public String toString() {
      return year.toString();
    }
  }

  /** A period, both days included, as {@code 2026-03-01/2026-03-31}. */
  record Period(LocalDate first, LocalDate last) implements When {
    public Period {
      if (last.isBefore(first)) {
        throw new IllegalArgumentException(
            "the period " + first + "/" + last + " ends before it begins; write first/last");
      }
    }

    @Override
    public LocalDate earliestDay() {
      return first;
    }

    @Override
    public LocalDate latestDay() {
      return last;
    }

    @Override
    public String toString() {
      return first + "/" + last;
    }
  }

  /** Not known: written {@code unknown}. Never makes anything safer. */
  record Unknown() implements When {
    @Override
    public LocalDate earliestDay() {
      return FIRST_DAY;
    }

    @Override
    public LocalDate latestDay() {
      return LAST_DAY;
    }

    @Override
    public String toString() {
      return "unknown";
    }
  }

  /** Whether earliest and latest day are one. */
  default boolean isDayKnown() {
    return earliestDay().equals(latestDay());
  }

  static When day(LocalDate day) {
    return new Day(day);
  }

  /**
   * Reads any of the six forms.
   *
   * @throws IllegalArgumentException when the text is none of them or names a day that does not
   *     exist
   */
  static When parse(String text) {
    try {
      if (text.equals("unknown")) {
        return new Unknown();
      }
      int slash = text.indexOf('/');
      if (slash > 0) {
        return new Period(
            LocalDate.parse(text.substring(0, slash)), LocalDate.parse(text.substring(slash + 1)));
      }
      if (Forms.YEAR.matcher(text).matches()) {
        return new WholeYear(Year.parse(text));
      }
      if (Forms.MONTH.matcher(text).matches()) {
        return new Month(YearMonth.parse(text));
      }
      return text.indexOf('T') > 0
          ? new Moment(OffsetDateTime.parse(text))
          : new Day(LocalDate.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is not a date that exists; write 2026-03-05, 2026-03, 2026,"
              + " 2026-03-01/2026-03-31, 2026-03-05T14:00:00+01:00 or unknown",
          e);
    }
  }

  /** The patterns by which the shorter forms are told apart. */
  final class Forms {
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private Forms() {}
  }
}
