package org.fenceline.core.law.rule;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.law.status.Standing;
import org.fenceline.core.law.status.Status;
import org.fenceline.core.law.status.TreatyRecord;
import org.fenceline.core.law.term.Act;
import org.fenceline.core.law.term.Attribute;
import org.fenceline.core.law.term.Instrument;
import org.fenceline.core.law.term.Item;
import org.fenceline.core.law.term.Question;

/**
 * What an article looks at: the question, on whose side, the treaties' record, and which disputed
 * points are read the other way.
 *
 * @param question who does what; on the recipient's side, the recipient acquires
 * @param purpose the act for which it is done: that of the sender on the recipient's side
 * @param record the treaties
 * @param readOtherwise disputed points that are read the less protective way
 */
public record Circumstances(
    Question question, Act purpose, TreatyRecord record, Set<Dispute> readOtherwise) {

  public Circumstances {
    readOtherwise = Set.copyOf(readOtherwise);
  }

  Act act() {
    return question.act();
  }

  Item item() {
    return question.item();
  }

  LocalDate on() {
    return question.on();
  }

  Standing standing(Instrument instrument) {
    return record.on(question.state(), instrument, question.on());
  }

  /** Whether an instrument binds the state whose side is looked at. */
  public boolean isBound(Instrument instrument) {
    return status(instrument).isBound();
  }

  /** The status; a treaty whose operation is read as suspended binds nobody. */
  Status status(Instrument instrument) {
    boolean suspended =
        instrument == Instrument.APMBC
            && readOtherwise.contains(Dispute.SUSPENSION)
            && record.suspension(question.state(), instrument, on()).isPresent();
    return suspended ? Status.LEFT : standing(instrument).status();
  }

  boolean isApMineBound() {
    return item() == Item.AP_MINE && isBound(Instrument.APMBC);
  }

  boolean isIn(Act... acts) {
    return Set.of(acts).contains(act());
  }

  Optional<Boolean> known(Attribute attribute) {
    return question.known(attribute);
  }

  boolean isKnownFalse(Attribute attribute) {
    return known(attribute).equals(Optional.of(false));
  }

  boolean isKnownTrue(Attribute attribute) {
    return known(attribute).equals(Optional.of(true));
  }

  /** Whether the recipient of a transfer is bound by an instrument; false where none is named. */
  boolean recipientIsBound(Instrument instrument) {
    Optional<StateCode> to = question.to();
    return to.isPresent() && record.on(to.get(), instrument, on()).status().isBound();
  }
}
