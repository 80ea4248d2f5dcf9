package org.fenceline.core.finding.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Dispatch;
import org.fenceline.core.entry.body.LotQuantity;
import org.fenceline.core.entry.body.Model;
import org.fenceline.core.entry.body.Movement;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.term.Act;
import org.fenceline.core.law.term.Attribute;
import org.fenceline.core.law.term.Item;
import org.fenceline.core.stock.StockBook;

/**
 * What a movement is in the words of the law: an act of the register's state.
 *
 * @param act the act
 * @param lot with mines of which lot
 * @param mines how many
 * @param to to which state, of a transfer
 */
record LedgerAct(Act act, Name lot, long mines, Optional<StateCode> to) {

  /**
   * The acts of an entry: giving and taking may each be one, as when mines go from a factory into
   * the ground. A consignment counts when it is dispatched, not when it arrives.
   */
  static List<LedgerAct> of(Logged entry) {
    List<LedgerAct> acts = new ArrayList<>();
    if (entry.body() instanceof Movement movement) {
      for (Movement.Line line : movement.lines()) {
        for (Act act : acts(line.from(), line.to(), movement.purpose())) {
          acts.add(new LedgerAct(act, line.lot(), line.quantity().mines(), to(act, line.to())));
        }
      }
    } else if (entry.body() instanceof Dispatch dispatch) {
      for (LotQuantity lot : dispatch.lots()) {
        for (Act act : acts(dispatch.from(), dispatch.to(), dispatch.purpose())) {
          acts.add(new LedgerAct(act, lot.lot(), lot.quantity().mines(), to(act, dispatch.to())));
        }
      }
    }
    return acts;
  }

  private static Optional<StateCode> to(Act act, Account account) {
    return act.isTransfer() ? account.state() : Optional.empty();
  }

  private static List<Act> acts(Account from, Account to, Optional<Movement.Purpose> purpose) {
    return Stream.concat(giving(from, to).stream(), taking(to, purpose).stream()).toList();
  }

  /** What it is that mines come out of an account. */
  private static Optional<Act> giving(Account from, Account to) {
    return switch (from.type()) {
      case FACTORY -> Optional.of(Act.PRODUCE);
      case TRANSFER -> Optional.of(Act.ACQUIRE);
      case OPENING ->
          switch (to.type()) {
            case RETAINED -> Optional.of(Act.RETAIN);
            case DEPOT -> Optional.of(Act.STOCKPILE);
            default -> Optional.empty();
          };
      // What turns up late is a find to report, no act; the rest was the state's already.
      case DISCOVERED,
          FOUND,
          DEPOT,
          TRANSIT,
          RETAINED,
          MINEFIELD,
          MISSING,
          DESTROYED,
          CLEARED,
          DETONATED ->
          Optional.empty();
    };
  }

  /** What it is that mines come into an account. */
  private static Optional<Act> taking(Account to, Optional<Movement.Purpose> purpose) {
    return switch (to.type()) {
      case MINEFIELD -> Optional.of(Act.USE);
      case TRANSFER -> Optional.of(transfer(purpose));
      case DESTROYED -> Optional.of(Act.DESTROY);
      case CLEARED -> Optional.of(Act.CLEAR);
      case FACTORY, OPENING, DISCOVERED, FOUND, DEPOT, TRANSIT, RETAINED, MISSING, DETONATED ->
          Optional.empty();
    };
  }

  private static Act transfer(Optional<Movement.Purpose> purpose) {
    if (purpose.equals(Optional.of(Movement.Purpose.ART3))) {
      return Act.TRANSFER_FOR_TRAINING;
    }
    return purpose.equals(Optional.of(Movement.Purpose.DESTRUCTION))
        ? Act.TRANSFER_FOR_DESTRUCTION
        : Act.TRANSFER;
  }

  /** What the law calls a lot's mines; anti-personnel where nobody described it: the stricter. */
  static Item item(StockBook stock, Name lot) {
    return stock.modelOf(lot).filter(model -> model.category() == Model.Category.AV).isPresent()
        ? Item.AV_MINE
        : Item.AP_MINE;
  }

  /** What is known of a lot's mines. */
  static Map<Attribute, Boolean> attributes(StockBook stock, Name lot) {
    Map<Attribute, Boolean> known = new EnumMap<>(Attribute.class);
    stock
        .modelOf(lot)
        .ifPresent(model -> {
          known.put(Attribute.DETECTABLE, model.detectable());
          known.put(Attribute.SELF_DESTRUCT, model.selfDestruct());
          known.put(Attribute.SELF_DEACTIVATION, model.selfDeactivation());
          known.put(Attribute.REMOTELY_DELIVERED, model.remotelyDelivered());
        });
    return known;
  }
}
