package org.fenceline.core.law.rule;

import java.util.Optional;
import org.fenceline.core.law.rule.Applied.Condition;
import org.fenceline.core.law.term.Act;
import org.fenceline.core.law.term.Attribute;
import org.fenceline.core.law.term.Instrument;
import org.fenceline.core.law.term.Item;
import org.fenceline.core.law.term.Verdict;

/** The law of treaties, custom, and what other treaties say of mines. */
public enum OtherArticle implements Article {

  /** VCLT Art. 18: who signed or consented must not defeat a treaty's object and purpose. */
  OBJECT_AND_PURPOSE("VCLT 18") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      boolean prohibitedToParties =
          c.isIn(Act.USE, Act.DEVELOP, Act.PRODUCE, Act.STOCKPILE, Act.TRANSFER, Act.ASSIST)
              || (c.isIn(Act.ACQUIRE) && !ApmbcArticle.isForArticle3(c))
              || (c.isIn(Act.TRANSIT) && !c.readOtherwise().contains(Dispute.TRANSIT));
      return c.item() == Item.AP_MINE
              && c.status(Instrument.APMBC).isAwaitingForce()
              && prohibitedToParties
          ? applied(
              Verdict.RESTRICTED,
              Condition.OPEN,
              false,
              "signed or consented, not yet bound: must not defeat the APMBC's object and purpose")
          : Optional.empty();
    }
  },

  /** ICRC customary rule 81: particular care to minimise indiscriminate effects. */
  CUSTOM_CARE("CIHL 81") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return custom(c, "particular care to minimise indiscriminate effects");
    }
  },

  /** ICRC customary rule 82: placement recorded as far as possible. */
  CUSTOM_RECORD("CIHL 82") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return custom(c, "what is laid is recorded as far as possible");
    }
  },

  /** ICRC customary rule 83: removed or rendered harmless at the end of hostilities. */
  CUSTOM_REMOVE("CIHL 83") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return custom(c, "removed or rendered harmless at the end of active hostilities");
    }
  },

  /** CCM Art. 1(3): the Convention on Cluster Munitions does not apply to mines. */
  NOT_CLUSTER_MUNITIONS("CCM 1(3)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return c.isBound(Instrument.CCM) && c.item().isMine()
          ? applied(
              Verdict.NOT_PROHIBITED,
              Condition.NONE,
              true,
              "the Convention on Cluster Munitions does not apply to mines")
          : Optional.empty();
    }
  },

  /** ATT Art. 2(1), 3: a hand-laid mine is in none of the treaty's categories. */
  NOT_IN_ARMS_TRADE_CATEGORIES("ATT 2(1)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return c.act().isTransfer() && c.isBound(Instrument.ATT)
          ? applied(
              Verdict.NOT_PROHIBITED,
              Condition.NONE,
              true,
              "a hand-laid mine is in none of the ATT's eight categories; munitions that a covered"
                  + " weapon delivers are covered by Art. 3")
          : Optional.empty();
    }
  },

  /** ATT Art. 6(2): no transfer of what the treaty covers against the sender's other agreements. */
  AGAINST_OWN_AGREEMENTS("ATT 6(2)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return c.act() == Act.TRANSFER
              && c.isBound(Instrument.ATT)
              && c.isKnownTrue(Attribute.REMOTELY_DELIVERED)
              && c.isApMineBound()
          ? applied(
              Verdict.PROHIBITED,
              Condition.NONE,
              false,
              "the transfer would break the sender's own obligations under the APMBC")
          : Optional.empty();
    }
  };

  private final String citation;

  OtherArticle(String citation) {
    this.citation = citation;
  }

  @Override
  public String citation() {
    return citation;
  }

  Optional<Applied> custom(Circumstances c, String why) {
    return c.isIn(Act.USE) && c.item().isMine()
        ? applied(Verdict.RESTRICTED, Condition.OPEN, false, why + " (custom binds every state)")
        : Optional.empty();
  }

  Optional<Applied> applied(Verdict result, Condition condition, boolean isDuty, String why) {
    return Optional.of(new Applied(citation, result, condition, isDuty, why));
  }
}
