package org.fenceline.core.law.rule;

import org.fenceline.core.law.status.Status;
import org.fenceline.core.law.term.Act;
import org.fenceline.core.law.term.Instrument;
import org.fenceline.core.law.term.Item;

/** Points on which the law is read in two ways. The protective reading comes first. */
public enum Dispute {

  /** A state notified that it suspends the operation of the APMBC. */
  SUSPENSION(
      "the suspension has no effect",
      "the APMBC applies under any circumstances and knows withdrawal only, which waits for the end"
          + " of an armed conflict (Arts. 1, 19, 20); six states objected, the 22nd Meeting of the"
          + " States Parties held the same, and the depositary still lists the state as a party",
      "the operation is suspended",
      "the general law of treaties lets a fundamental change of circumstances suspend it") {
    @Override
    public boolean arises(Circumstances circumstances) {
      return circumstances
          .record()
          .suspension(circumstances.question().state(), Instrument.APMBC, circumstances.on())
          .isPresent();
    }
  },

  /** Others' mines pass through a bound state's territory. */
  TRANSIT(
      "transit is assistance",
      "letting others' mines pass helps them in acts that the APMBC prohibits (Art. 1(1)(c))",
      "transit is no transfer",
      "neither title nor control passes, and Art. 1 does not name transit (Art. 2(4))") {
    @Override
    public boolean arises(Circumstances circumstances) {
      Status status = circumstances.status(Instrument.APMBC);
      return circumstances.act() == Act.TRANSIT
          && circumstances.item() == Item.AP_MINE
          && (status.isBound() || status.isAwaitingForce());
    }
  },

  /** APII's rules on use where no armed conflict is recorded. */
  PEACETIME_USE(
      "APII applies at all times",
      "as the context requires: several parties declared so, and marking, transfer and reports apply"
          + " in peace by their nature",
      "APII's rules on use apply from an armed conflict on",
      "its Art. 1(2) speaks of situations of conflict; until then custom and national law hold") {
    @Override
    public boolean arises(Circumstances circumstances) {
      return circumstances.act() == Act.USE
          && circumstances.isBound(Instrument.APII)
          && circumstances
              .record()
              .conflict(circumstances.question().state(), circumstances.on())
              .isEmpty();
    }
  };

  private final String protectiveName;
  private final String protectiveWhy;
  private final String otherName;
  private final String otherWhy;

  Dispute(String protectiveName, String protectiveWhy, String otherName, String otherWhy) {
    this.protectiveName = protectiveName;
    this.protectiveWhy = protectiveWhy;
    this.otherName = otherName;
    this.otherWhy = otherWhy;
  }

  /** Whether the point matters in the circumstances. */
  public abstract boolean arises(Circumstances circumstances);

  public String protectiveName() {
    return protectiveName;
  }

  public String protectiveWhy() {
    return protectiveWhy;
  }

  public String otherName() {
    return otherName;
  }

  public String otherWhy() {
    return otherWhy;
  }
}
