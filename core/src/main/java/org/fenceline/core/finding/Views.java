package org.fenceline.core.finding;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Settings;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.land.book.LandBook;
import org.fenceline.core.land.place.Country;
import org.fenceline.core.law.Law;
import org.fenceline.core.stock.StockBook;

/**
 * What the rules look at: the facts as of two times, folded.
 *
 * @param state the state whose law the register's acts are held against
 * @param country the ground of that state; empty where no outline is known, and for exercises
 * @param on the UTC day at whose end is looked
 * @param standing the entries that stand, oldest leaf first
 * @param stock the ledger
 * @param land what is recorded of the land
 * @param law the law by the treaties that are known
 * @param settings the limits that hold
 * @param keeping what the log shows of how they were kept
 */
public record Views(
    StateCode state,
    Optional<Country> country,
    LocalDate on,
    List<Logged> standing,
    StockBook stock,
    LandBook land,
    Law law,
    Settings settings,
    Keeping keeping) {

  public Views {
    standing = List.copyOf(standing);
  }

  /** Folds the entries that stand. */
  public static Views of(
      StateCode state,
      Optional<Country> country,
      LocalDate on,
      List<Logged> standing,
      Law law,
      Keeping keeping) {
    return new Views(
        state,
        country,
        on,
        standing,
        StockBook.of(standing, on),
        LandBook.of(standing, on),
        law,
        settings(standing),
        keeping);
  }

  private static Settings settings(List<Logged> standing) {
    return standing.stream()
        .filter(entry -> entry.body() instanceof Settings)
        .sorted(Comparator.comparing(entry -> entry.entry().recordedAt()))
        .map(entry -> (Settings) entry.body())
        .reduce(Settings.DEFAULTS, (earlier, later) -> later.over(earlier));
  }
}
