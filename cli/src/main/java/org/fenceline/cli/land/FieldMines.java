package org.fenceline.cli.land;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.stock.Posting;
import org.fenceline.core.stock.StockBook;

/**
 * What became of one lot's mines in a field, as the ledger tells: laid − cleared − detonated −
 * moved = what is still there. Movements that may have happened by the day count in all but {@code
 * left}, which says both ends where it is not decided.
 *
 * @param laid brought there
 * @param cleared lifted and destroyed in clearance
 * @param detonated set off
 * @param moved taken elsewhere
 * @param left what is still there, as balances are written
 * @param entries the entries behind it, oldest first
 */
record FieldMines(
    long laid, long cleared, long detonated, long moved, String left, List<EntryId> entries) {

  FieldMines {
    entries = List.copyOf(entries);
  }

  /** By lot, what became of a field's mines. */
  static SortedMap<Name, FieldMines> of(StockBook stock, Name field) {
    Account account = Account.of(Account.Type.MINEFIELD, field);
    SortedMap<Name, List<Posting>> byLot = new TreeMap<>();
    for (Posting posting : stock.postings()) {
      if (posting.changeOf(account) != 0 && !posting.earliest().isAfter(stock.on())) {
        byLot.computeIfAbsent(posting.lot(), _ -> new ArrayList<>()).add(posting);
      }
    }
    SortedMap<Name, FieldMines> mines = new TreeMap<>();
    byLot.forEach((lot, postings) -> mines.put(lot, of(stock, account, lot, postings)));
    return mines;
  }

  private static FieldMines of(StockBook stock, Account account, Name lot, List<Posting> postings) {
    long laid = 0;
    long cleared = 0;
    long detonated = 0;
    long moved = 0;
    for (Posting posting : postings) {
      if (posting.to().equals(account)) {
        laid += posting.mines();
      } else {
        switch (posting.to().type()) {
          case CLEARED -> cleared += posting.mines();
          case DETONATED -> detonated += posting.mines();
          default -> moved += posting.mines();
        }
      }
    }
    return new FieldMines(
        laid,
        cleared,
        detonated,
        moved,
        stock.balances().of(account, lot).text(),
        postings.stream().map(posting -> stock.entryOf(posting).id()).distinct().toList());
  }
}
