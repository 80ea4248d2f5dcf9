package org.fenceline.store;

import java.time.LocalDate;
import org.fenceline.core.stock.Balances.Holding;

/**
 * An account that, by the ledger, gives more than it has.
 *
 * @param holding the account and the lot
 * @param day the first UTC day at whose end it is below zero
 */
public record Shortfall(Holding holding, LocalDate day) {
  @Override
  public String toString() {
    return holding.account() + ", lot " + holding.lot() + ", is below zero from " + day;
  }
}
