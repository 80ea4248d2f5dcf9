package org.fenceline.core.finding;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Settings;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.Law;
import org.fenceline.core.stock.StockBook;

/**
 * What the rules look at: the facts as of two times, folded.
 *
 * @param state the state whose law the register's acts are held against
 * @param on the UTC day at whose end is looked
 * @param standing the entries that stand, oldest leaf first
 * @param stock the ledger
 * @param law the law by the treaties that are known
 * @param settings the limits that hold
 * @param forks corrections that stand side by side, those of one entry together
 * @param missingAttachments addresses of attachments that are neither here nor erased
 */
public record Views(
    StateCode state,
    LocalDate on,
    List<Logged> standing,
    StockBook stock,
    Law law,
    Settings settings,
    List<List<Logged>> forks,
    Set<Sha256> missingAttachments) {

  public Views {
    standing = List.copyOf(standing);
    forks = List.copyOf(forks);
    missingAttachments = Set.copyOf(missingAttachments);
  }

  /** Folds the entries that stand. */
  public static Views of(
      StateCode state, LocalDate on, List<Logged> standing, Law law, List<List<Logged>> forks) {
    return new Views(
        state, on, standing, StockBook.of(standing, on), law, settings(standing), forks, Set.of());
  }

  /** These views, knowing which attachments are neither here nor erased. */
  public Views withMissingAttachments(Set<Sha256> missing) {
    return new Views(state, on, standing, stock, law, settings, forks, missing);
  }

  private static Settings settings(List<Logged> standing) {
    return standing.stream()
        .filter(entry -> entry.body() instanceof Settings)
        .sorted(Comparator.comparing(entry -> entry.entry().recordedAt()))
        .map(entry -> (Settings) entry.body())
        .reduce(Settings.DEFAULTS, (earlier, later) -> later.over(earlier));
  }
}
