package org.fenceline.core.entry.body;

import java.util.List;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.Name;

/**
 * Mines counted by hand. What a stocktake finds missing is booked by a movement of the same day to
 * or from {@code missing}; the stocktake is held against the book without it.
 *
 * @param account where they were counted
 * @param counts how many of each lot; zero is an answer
 */
@Meaning("Mines counted by hand in one account.")
public record Stocktake(
    @Meaning("Where they were counted, such as depot:WEST.") Account account,
    @Meaning("How many of each lot; zero is an answer.") List<LotCount> counts)
    implements Body {

  /**
   * One lot's count.
   *
   * @param lot the lot
   * @param counted how many were there
   */
  public record LotCount(Name lot, Count counted) {}

  public Stocktake {
    counts = List.copyOf(counts);
    if (counts.isEmpty() || counts.size() > Movement.MOST_LINES) {
      throw new IllegalArgumentException("a stocktake has 1 to " + Movement.MOST_LINES + " counts");
    }
    if (account.type().onlyGives()) {
      throw new IllegalArgumentException("nothing can be counted in " + account);
    }
    if (counts.stream().map(LotCount::lot).distinct().count() < counts.size()) {
      throw new IllegalArgumentException("a lot was counted twice; add the counts up");
    }
  }
}
