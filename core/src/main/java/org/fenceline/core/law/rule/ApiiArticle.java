package org.fenceline.core.law.rule;

import java.util.Optional;
import org.fenceline.core.law.rule.Applied.Condition;
import org.fenceline.core.law.term.Act;
import org.fenceline.core.law.term.Attribute;
import org.fenceline.core.law.term.Instrument;
import org.fenceline.core.law.term.Item;
import org.fenceline.core.law.term.Verdict;

/**
 * The articles of CCW Amended Protocol II. "Other devices" (Art. 2(5)) come under Arts. 3, 9 and 10
 * only.
 */
public enum ApiiArticle implements Article {

  /** Art. 3(2), 10: whoever lays is responsible until the mines are cleared or maintained. */
  RESPONSIBILITY("APII 3(2)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return isUse(c)
          ? duty("whoever lays is responsible to clear, remove, destroy or maintain (Art. 10)")
          : Optional.empty();
    }
  },

  /** Art. 3(3), (5) to (9), (11): general restrictions on use. */
  GENERAL_RESTRICTIONS("APII 3") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return isUse(c)
          ? open(
              "never against civilians, never indiscriminate, never set off by a common mine"
                  + " detector's presence; warning where circumstances permit (Art. 3(3), (5)-(9),"
                  + " (11))")
          : Optional.empty();
    }
  },

  /** Art. 4, TA 2: AP mines that are not detectable may not be used. */
  DETECTABILITY("APII 4") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return isUse(c) && c.item() == Item.AP_MINE
          ? conditioned(
              c.known(Attribute.DETECTABLE),
              Verdict.PROHIBITED,
              "must answer a common detector as 8 g of iron do (TA 2)")
          : Optional.empty();
    }
  },

  /** Art. 5(2), TA 3: self-destruction with self-deactivation, or a perimeter-marked area. */
  MARKED_AREA("APII 5(2)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      boolean applies =
          isUse(c) && c.item() == Item.AP_MINE && !c.isKnownTrue(Attribute.REMOTELY_DELIVERED);
      Optional<Boolean> met = either(technicalAnnex3(c), c.known(Attribute.PERIMETER_MARKED));
      return applies
          ? conditioned(
              met,
              Verdict.PROHIBITED,
              "self-destruct (at most 10 % fail within 30 days) with self-deactivation (at most 1 in"
                  + " 1,000 live after 120 days), or inside a perimeter-marked area, monitored by"
                  + " military personnel, fenced, and cleared before it is abandoned")
          : Optional.empty();
    }
  },

  /** Art. 6(2), TA 3: remotely delivered AP mines must meet the technical annex. */
  REMOTE_DELIVERY("APII 6(2)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      boolean applies =
          isUse(c) && c.item() == Item.AP_MINE && !c.isKnownFalse(Attribute.REMOTELY_DELIVERED);
      if (!applies) {
        return Optional.empty();
      }
      // Not said to be remotely delivered: the article may apply, so its condition stays open.
      Optional<Boolean> met =
          c.isKnownTrue(Attribute.REMOTELY_DELIVERED)
              ? technicalAnnex3(c)
              : technicalAnnex3(c).filter(meets -> meets);
      return conditioned(
          met, Verdict.PROHIBITED, "if remotely delivered, it must meet TA 3 on self-destruction");
    }
  },

  /** Art. 8(1)(a): no transfer of a mine whose use the Protocol prohibits. */
  TRANSFER_OF_PROHIBITED("APII 8(1)(a)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      if (!isTransfer(c)) {
        return Optional.empty();
      }
      return conditioned(
          c.item() == Item.AP_MINE ? mayBeUsed(c) : Optional.empty(),
          Verdict.PROHIBITED,
          "no mine whose use the Protocol prohibits is transferred");
    }
  },

  /** Art. 8(1)(b): to nobody but a state or its authorised agency. */
  TRANSFER_TO_STATES("APII 8(1)(b)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      Optional<Boolean> isState =
          c.known(Attribute.RECIPIENT_IS_STATE).or(() -> c.question().to().map(_ -> true));
      return isTransfer(c)
          ? conditioned(
              isState, Verdict.PROHIBITED, "to nobody but a state or its authorised agency")
          : Optional.empty();
    }
  },

  /** Art. 8(1)(c): restraint; to a state outside the Protocol only if it agrees to apply it. */
  TRANSFER_WITH_RESTRAINT("APII 8(1)(c)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      if (!isTransfer(c)) {
        return Optional.empty();
      }
      boolean refuses =
          c.item() == Item.AP_MINE
              && c.question().to().isPresent()
              && !c.recipientIsBound(Instrument.APII)
              && c.isKnownFalse(Attribute.RECIPIENT_AGREES);
      return Optional.of(
          new Applied(
              citation(),
              refuses ? Verdict.PROHIBITED : Verdict.RESTRICTED,
              refuses ? Condition.UNMET : Condition.OPEN,
              false,
              "restraint; AP mines to a state that the Protocol does not bind only if it agrees to"
                  + " apply it"));
    }
  },

  /** Art. 8(1)(d): both sides in full compliance with the Protocol and humanitarian law. */
  TRANSFER_IN_COMPLIANCE("APII 8(1)(d)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return isTransfer(c)
          ? open("both sides comply in full with the Protocol and humanitarian law")
          : Optional.empty();
    }
  },

  /** Art. 9(1), TA 1: every minefield is recorded. */
  RECORDING("APII 9(1)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return isUse(c) ? duty("everything laid is recorded (TA 1)") : Optional.empty();
    }
  },

  /** Art. 9(2): the records are kept, and after active hostilities used to protect civilians. */
  RECORDS_KEPT("APII 9(2)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return isUse(c)
          ? duty("records are kept, and after active hostilities used to protect civilians")
          : Optional.empty();
    }
  },

  /** Art. 10: after active hostilities, without delay cleared, removed, destroyed or maintained. */
  REMOVAL("APII 10") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return isUse(c)
          ? duty("cleared, removed, destroyed or maintained without delay after active hostilities")
          : Optional.empty();
    }
  },

  /** Art. 13(4): every party reports to the depositary once a year. */
  ANNUAL_REPORT("APII 13(4)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return c.isBound(Instrument.APII)
          ? duty("a party reports to the depositary every year")
          : Optional.empty();
    }
  },

  /** TA 1(d): mines made after entry into force are marked. */
  MARKING("APII TA 1(d)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      String why = "marked with country of origin, month and year, and serial or lot number";
      if (isUse(c) && c.item().isMine()) {
        return conditioned(c.known(Attribute.MARKED), Verdict.RESTRICTED, why);
      }
      return followsFromProduction(c) ? duty("what is made is to be " + why) : Optional.empty();
    }
  },

  /** TA 2(a): AP mines made after 1997-01-01 have detectability built in. */
  BUILT_IN_DETECTABILITY("APII TA 2(a)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return followsFromProduction(c) && c.item() == Item.AP_MINE
          ? duty("what is made without detectability built in may not be used or transferred")
          : Optional.empty();
    }
  },

  /** TA 4: signs of minefields. */
  SIGNS("APII TA 4") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return isUse(c) && c.item().isMine()
          ? duty("signs of the annex's size, colours and words, visible from every approach")
          : Optional.empty();
    }
  };

  private final String citation;

  ApiiArticle(String citation) {
    this.citation = citation;
  }

  @Override
  public String citation() {
    return citation;
  }

  static boolean isUse(Circumstances c) {
    return c.isIn(Act.USE)
        && c.isBound(Instrument.APII)
        && !c.readOtherwise().contains(Dispute.PEACETIME_USE);
  }

  static boolean isTransfer(Circumstances c) {
    return c.act().isTransfer() && c.isBound(Instrument.APII) && c.item().isMine();
  }

  static boolean followsFromProduction(Circumstances c) {
    return c.isIn(Act.PRODUCE) && c.isBound(Instrument.APII) && c.item().isMine();
  }

  /** Whether both halves of TA 3 are met, where that is known. */
  static Optional<Boolean> technicalAnnex3(Circumstances c) {
    Optional<Boolean> destructs = c.known(Attribute.SELF_DESTRUCT);
    Optional<Boolean> deactivates = c.known(Attribute.SELF_DEACTIVATION);
    if (destructs.equals(Optional.of(false)) || deactivates.equals(Optional.of(false))) {
      return Optional.of(false);
    }
    return destructs.flatMap(_ -> deactivates);
  }

  /** Whether Arts. 4 and 6(2) let an AP mine be used, where that is known. */
  static Optional<Boolean> mayBeUsed(Circumstances c) {
    Optional<Boolean> detectable = c.known(Attribute.DETECTABLE);
    Optional<Boolean> delivery =
        switch (c.known(Attribute.REMOTELY_DELIVERED).map(Object::toString).orElse("unknown")) {
          case "true" -> technicalAnnex3(c);
          case "false" -> Optional.of(true);
          default -> technicalAnnex3(c).filter(meets -> meets);
        };
    if (detectable.equals(Optional.of(false)) || delivery.equals(Optional.of(false))) {
      return Optional.of(false);
    }
    return detectable.flatMap(_ -> delivery);
  }

  /** True if either is known to be, false if both are known not to be. */
  static Optional<Boolean> either(Optional<Boolean> one, Optional<Boolean> other) {
    if (one.equals(Optional.of(true)) || other.equals(Optional.of(true))) {
      return Optional.of(true);
    }
    return one.flatMap(_ -> other);
  }

  /** An article with a condition: settled by what is known, restricting while it is open. */
  Optional<Applied> conditioned(Optional<Boolean> met, Verdict whenUnmet, String why) {
    if (met.isEmpty()) {
      return open(why);
    }
    return Optional.of(
        met.get()
            ? new Applied(citation, Verdict.NOT_PROHIBITED, Condition.MET, false, why)
            : new Applied(citation, whenUnmet, Condition.UNMET, false, why));
  }

  Optional<Applied> open(String why) {
    return Optional.of(new Applied(citation, Verdict.RESTRICTED, Condition.OPEN, false, why));
  }

  Optional<Applied> duty(String why) {
    return Optional.of(new Applied(citation, Verdict.NOT_PROHIBITED, Condition.NONE, true, why));
  }
}
