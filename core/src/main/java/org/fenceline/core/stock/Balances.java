package org.fenceline.core.stock;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Name;

/**
 * What every account holds of every lot at the end of a UTC day.
 *
 * @param on the day
 * @param byHolding balances that are not zero, or cannot be decided, by account and lot
 */
public record Balances(LocalDate on, SortedMap<Holding, Balance> byHolding) {

  /**
   * A lot in an account.
   *
   * @param account the account
   * @param lot the lot
   */
  public record Holding(Account account, Name lot) implements Comparable<Holding> {
    @Override
    public int compareTo(Holding other) {
      int byAccount = account.compareTo(other.account);
      return byAccount != 0 ? byAccount : lot.compareTo(other.lot);
    }
  }

  /** Adds up the postings that happened, or may have happened, by the end of the day. */
  public static Balances of(Collection<Posting> postings, LocalDate on) {
    SortedMap<Holding, Balance> sums = new TreeMap<>();
    for (Posting posting : postings) {
      if (!posting.earliest().isAfter(on)) {
        boolean certain = !posting.latest().isAfter(on);
        add(sums, posting.from(), posting.lot(), -posting.mines(), certain);
        add(sums, posting.to(), posting.lot(), posting.mines(), certain);
      }
    }
    sums.values().removeIf(balance -> balance.fewest() == 0 && balance.most() == 0);
    return new Balances(on, sums);
  }

  private static void add(
      SortedMap<Holding, Balance> sums, Account account, Name lot, long change, boolean certain) {
    Holding holding = new Holding(account, lot);
    sums.put(
        holding, sums.getOrDefault(holding, new Balance(account, lot, 0, 0)).plus(change, certain));
  }

  /** What an account holds of a lot. */
  public Balance of(Account account, Name lot) {
    return byHolding.getOrDefault(new Holding(account, lot), new Balance(account, lot, 0, 0));
  }

  /** The balances of the accounts that are asked for, in order. */
  public List<Balance> where(Predicate<Account> accounts) {
    return byHolding.values().stream().filter(b -> accounts.test(b.account())).toList();
  }
}
