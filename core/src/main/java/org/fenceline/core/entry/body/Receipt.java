package org.fenceline.core.entry.body;

import java.util.List;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Name;

/**
 * A consignment arrives, as counted by whoever receives it.
 *
 * @param consignment short name of the consignment
 * @param at where it arrived
 * @param lots what arrived, one line a lot
 */
@Meaning("A consignment arrives, as counted by whoever receives it.")
public record Receipt(
    @Meaning("Short name of the consignment.") Name consignment,
    @Meaning("Where it arrived.") Account at,
    @Meaning("What arrived, one line a lot.") List<LotQuantity> lots)
    implements Body {
  public Receipt {
    lots = Dispatch.oneLineEach(lots);
    if (at.type().onlyGives() || at.type() == Account.Type.TRANSIT) {
      throw new IllegalArgumentException("a consignment cannot arrive at " + at);
    }
  }
}
