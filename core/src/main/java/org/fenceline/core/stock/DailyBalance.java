package org.fenceline.core.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import org.fenceline.core.entry.value.Account;

/**
 * The running balance of one account day by day. Of a posting of uncertain date the cautious day
 * counts: its earliest where mines leave, its latest where they come in.
 *
 * @param changes what changed on each day that changed anything, and by which postings
 */
public record DailyBalance(SortedMap<LocalDate, Day> changes) {

  /**
   * One day's changes.
   *
   * @param change the sum of them
   * @param postings what made it
   */
  public record Day(long change, List<Posting> postings) {}

  /**
   * A stretch of days.
   *
   * @param first its first day
   * @param last its last day, empty while it lasts
   * @param extreme the balance furthest from zero within it
   * @param postings the postings of its first day
   */
  public record Stretch(
      LocalDate first, Optional<LocalDate> last, long extreme, List<Posting> postings) {}

  /** The running balance of an account over the given postings of one lot. */
  public static DailyBalance of(Account account, List<Posting> postings) {
    SortedMap<LocalDate, Day> changes = new TreeMap<>();
    for (Posting posting : postings) {
      long change = posting.changeOf(account);
      LocalDate day = change < 0 ? posting.earliest() : posting.latest();
      changes.merge(
          day,
          new Day(change, List.of(posting)),
          (a, b) -> {
            List<Posting> both = new ArrayList<>(a.postings());
            both.addAll(b.postings());
            return new Day(Math.addExact(a.change(), b.change()), both);
          });
    }
    return new DailyBalance(changes);
  }

  /** The stretches of days at whose end the balance is as asked, oldest first. */
  public List<Stretch> stretches(LongPredicate asked) {
    List<Stretch> stretches = new ArrayList<>();
    Optional<Stretch> open = Optional.empty();
    long balance = 0;
    for (Map.Entry<LocalDate, Day> day : changes.entrySet()) {
      balance = Math.addExact(balance, day.getValue().change());
      if (asked.test(balance)) {
        long extreme = furthest(open.map(Stretch::extreme).orElse(0L), balance);
        Stretch from =
            open.orElse(
                new Stretch(day.getKey(), Optional.empty(), balance, day.getValue().postings()));
        open = Optional.of(new Stretch(from.first(), from.last(), extreme, from.postings()));
      } else if (open.isPresent()) {
        Stretch closed = open.get();
        stretches.add(
            new Stretch(
                closed.first(),
                Optional.of(day.getKey().minusDays(1)),
                closed.extreme(),
                closed.postings()));
        open = Optional.empty();
      }
    }
    open.ifPresent(stretches::add);
    return stretches;
  }

  /** The balance at the end of a day. */
  public long at(LocalDate day) {
    return changes.headMap(day.plusDays(1)).values().stream()
        .mapToLong(Day::change)
        .reduce(0, Math::addExact);
  }

  private static long furthest(long a, long b) {
    return Math.abs(b) > Math.abs(a) ? b : a;
  }
}
