package org.fenceline.cli.land;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.stock.Balances;
import org.fenceline.core.stock.Balances.Holding;
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

  /** By field and lot, what became of all mines that were ever in one. */
  static Map<Name, SortedMap<Name, FieldMines>> of(StockBook stock) {
    Balances balances = stock.balances();
    Map<Name, SortedMap<Name, FieldMines>> fields = new HashMap<>();
    stock
        .byHolding()
        .forEach((holding, all) -> {
          List<Posting> postings =
              all.stream().filter(posting -> !posting.earliest().isAfter(stock.on())).toList();
          if (holding.account().type() == Account.Type.MINEFIELD && !postings.isEmpty()) {
            fields
                .computeIfAbsent(holding.account().name().orElseThrow(), _ -> new TreeMap<>())
                .put(holding.lot(), of(stock, balances, holding, postings));
          }
        });
    return fields;
  }

  private static FieldMines of(
      StockBook stock, Balances balances, Holding holding, List<Posting> postings) {
    long laid = 0;
    long cleared = 0;
    long detonated = 0;
    long moved = 0;
    for (Posting posting : postings) {
      if (posting.to().equals(holding.account())) {
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
        balances.of(holding.account(), holding.lot()).text(),
        postings.stream().map(posting -> stock.entryOf(posting).id()).distinct().toList());
  }
}
