package org.fenceline.core.stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Dispatch;
import org.fenceline.core.entry.body.Lot;
import org.fenceline.core.entry.body.Model;
import org.fenceline.core.entry.body.Receipt;
import org.fenceline.core.entry.body.Stocktake;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.stock.Balances.Holding;

/**
 * The ledger as of two times, folded from the entries that stand: models, lots, postings,
 * stocktakes and consignments. What may have happened by the day counts, what happened later does
 * not.
 */
public final class StockBook {
  private final LocalDate on;
  private final Map<Name, Logged> models = new HashMap<>();
  private final SortedMap<Name, Logged> lots = new TreeMap<>();
  private final List<Posting> postings = new ArrayList<>();
  private final Map<Long, Logged> entries = new HashMap<>();
  private final List<Logged> stocktakes = new ArrayList<>();
  private final SortedMap<Name, Consignment> consignments = new TreeMap<>();

  private StockBook(LocalDate on) {
    this.on = on;
  }

  /** Folds the entries that stand, oldest leaf first, up to the end of a UTC day. */
  public static StockBook of(Collection<Logged> standing, LocalDate on) {
    StockBook book = new StockBook(on);
    Map<Name, List<Logged>> dispatches = new TreeMap<>();
    Map<Name, List<Logged>> receipts = new TreeMap<>();
    for (Logged entry : standing) {
      switch (entry.body()) {
        case Model model -> book.models.put(model.model(), entry);
        case Lot lot -> book.lots.put(lot.lot(), entry);
        case Stocktake _ when book.hasBegun(entry) -> book.stocktakes.add(entry);
        case Dispatch dispatch when book.hasBegun(entry) ->
            dispatches.computeIfAbsent(dispatch.consignment(), _ -> new ArrayList<>()).add(entry);
        case Receipt receipt when book.hasBegun(entry) ->
            receipts.computeIfAbsent(receipt.consignment(), _ -> new ArrayList<>()).add(entry);
        default -> {}
      }
      if (book.hasBegun(entry)) {
        List<Posting> lines = Posting.of(entry);
        if (!lines.isEmpty()) {
          book.postings.addAll(lines);
          book.entries.put(entry.leafIndex(), entry);
        }
      }
    }
    for (Map<Name, List<Logged>> side : List.of(dispatches, receipts)) {
      for (Name name : side.keySet()) {
        book.consignments.put(
            name,
            new Consignment(
                name,
                dispatches.getOrDefault(name, List.of()),
                receipts.getOrDefault(name, List.of())));
      }
    }
    return book;
  }

  private boolean hasBegun(Logged entry) {
    return !entry.on().earliestDay().isAfter(on);
  }

  /** The day at whose end the book stands. */
  public LocalDate on() {
    return on;
  }

  /** The lots by name, as they are described. */
  public SortedMap<Name, Logged> lots() {
    return java.util.Collections.unmodifiableSortedMap(lots);
  }

  /** What is described of a lot. */
  public Optional<Lot> lot(Name name) {
    Logged entry = lots.get(name);
    return entry != null && entry.body() instanceof Lot lot ? Optional.of(lot) : Optional.empty();
  }

  /** The model of a lot, where both are described. */
  public Optional<Model> modelOf(Name lot) {
    return lot(lot)
        .map(described -> models.get(described.model()))
        .map(entry -> entry.body() instanceof Model model ? model : null);
  }

  /** All postings, in the order of the log. */
  public List<Posting> postings() {
    return List.copyOf(postings);
  }

  /** The entry of a posting. */
  public Logged entryOf(Posting posting) {
    Logged entry = entries.get(posting.leafIndex());
    if (entry == null) {
      throw new IllegalArgumentException("the posting is not of this book");
    }
    return entry;
  }

  /** The stocktakes, in the order of the log. */
  public List<Logged> stocktakes() {
    return List.copyOf(stocktakes);
  }

  /** The consignments by name. */
  public Collection<Consignment> consignments() {
    return List.copyOf(consignments.values());
  }

  /** Balances at the end of the book's day. */
  public Balances balances() {
    return Balances.of(postings, on);
  }

  /** Postings by the holdings that they touch, both sides. */
  public SortedMap<Holding, List<Posting>> byHolding() {
    SortedMap<Holding, List<Posting>> touched = new TreeMap<>();
    for (Posting posting : postings) {
      touched
          .computeIfAbsent(new Holding(posting.from(), posting.lot()), _ -> new ArrayList<>())
          .add(posting);
      touched
          .computeIfAbsent(new Holding(posting.to(), posting.lot()), _ -> new ArrayList<>())
          .add(posting);
    }
    return touched;
  }
}
