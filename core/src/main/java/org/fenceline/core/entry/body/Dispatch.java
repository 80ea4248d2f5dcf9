package org.fenceline.core.entry.body;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Name;

/**
 * A consignment leaves. Its mines stand in {@code transit:CONSIGNMENT} until they are received, or
 * a movement with a reason takes them out.
 *
 * @param consignment short name of the consignment
 * @param from where it leaves
 * @param to where it is to arrive
 * @param lots what it carries, one line a lot
 * @param purpose why, where a treaty tells purposes apart
 */
@Meaning("A consignment leaves; until received it stands in transit:CONSIGNMENT.")
public record Dispatch(
    @Meaning("Short name of the consignment.") Name consignment,
    @Meaning("Where it leaves.") Account from,
    @Meaning("Where it is to arrive.") Account to,
    @Meaning("What it carries, one line a lot.") List<LotQuantity> lots,
    @Meaning("Why, where a treaty tells purposes apart.") Optional<Movement.Purpose> purpose)
    implements Body {
  public Dispatch {
    lots = oneLineEach(lots);
    if (from.equals(to) || to.type().onlyGives()) {
      throw new IllegalArgumentException("a consignment cannot go from " + from + " to " + to);
    }
    if (from.type() == Account.Type.TRANSIT || to.type() == Account.Type.TRANSIT) {
      throw new IllegalArgumentException(
          "a consignment goes between places; name the depot, not transit");
    }
  }

  static List<LotQuantity> oneLineEach(List<LotQuantity> lots) {
    if (lots.isEmpty() || lots.size() > Movement.MOST_LINES) {
      throw new IllegalArgumentException(
          "a consignment has 1 to " + Movement.MOST_LINES + " lines");
    }
    if (lots.stream().map(LotQuantity::lot).distinct().count() < lots.size()) {
      throw new IllegalArgumentException(
          "a lot stands on two lines; add them up to one line a lot");
    }
    return List.copyOf(lots);
  }
}
