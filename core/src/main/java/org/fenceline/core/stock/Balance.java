package org.fenceline.core.stock;

import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Name;

/**
 * How many mines of a lot an account holds on a day.
 *
 * @param account the account
 * @param lot the lot
 * @param fewest the number if every movement of uncertain date that takes has happened and none
 *     that gives
 * @param most the number if it is the other way round; equal to {@code fewest} where all dates are
 *     known
 */
public record Balance(Account account, Name lot, long fewest, long most) {

  /** Whether one number can be told. */
  public boolean isDecided() {
    return fewest == most;
  }

  /** This balance after one change of certain or uncertain date. */
  Balance plus(long change, boolean certain) {
    boolean lowers = change < 0;
    return new Balance(
        account,
        lot,
        certain || lowers ? Math.addExact(fewest, change) : fewest,
        certain || !lowers ? Math.addExact(most, change) : most);
  }

  /** The number, or both where they differ. */
  public String text() {
    return isDecided() ? Long.toString(fewest) : fewest + " to " + most + " (cannot be decided)";
  }
}
