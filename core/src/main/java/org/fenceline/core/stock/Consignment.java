package org.fenceline.core.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Dispatch;
import org.fenceline.core.entry.body.LotQuantity;
import org.fenceline.core.entry.body.Receipt;
import org.fenceline.core.entry.value.Name;

/**
 * A consignment: what was sent under a name, and what arrived under it.
 *
 * @param name its short name
 * @param dispatches the entries that sent it; one, in order
 * @param receipts the entries that received it
 */
public record Consignment(Name name, List<Logged> dispatches, List<Logged> receipts) {
  public Consignment {
    dispatches = List.copyOf(dispatches);
    receipts = List.copyOf(receipts);
  }

  /** The first dispatch, where there is one. */
  public Optional<Logged> dispatch() {
    return dispatches.stream().findFirst();
  }

  /** All entries, dispatches first. */
  public List<Logged> entries() {
    List<Logged> all = new ArrayList<>(dispatches);
    all.addAll(receipts);
    return all;
  }

  /** Mines sent by lot. */
  public SortedMap<Name, Long> sent() {
    SortedMap<Name, Long> sum = new TreeMap<>();
    for (Logged entry : dispatches) {
      if (entry.body() instanceof Dispatch dispatch) {
        add(sum, dispatch.lots());
      }
    }
    return sum;
  }

  /** Mines received by lot. */
  public SortedMap<Name, Long> received() {
    SortedMap<Name, Long> sum = new TreeMap<>();
    for (Logged entry : receipts) {
      if (entry.body() instanceof Receipt receipt) {
        add(sum, receipt.lots());
      }
    }
    return sum;
  }

  private static void add(SortedMap<Name, Long> sum, List<LotQuantity> lots) {
    lots.forEach(lot -> sum.merge(lot.lot(), lot.quantity().mines(), Math::addExact));
  }
}
