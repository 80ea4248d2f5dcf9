package org.fenceline.core.law.rule;

import java.time.LocalDate;
import java.util.Optional;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.law.rule.Applied.Condition;
import org.fenceline.core.law.status.Standing;
import org.fenceline.core.law.status.Status;
import org.fenceline.core.law.term.Act;
import org.fenceline.core.law.term.Attribute;
import org.fenceline.core.law.term.Instrument;
import org.fenceline.core.law.term.Item;
import org.fenceline.core.law.term.Verdict;

/** The articles of the Anti-Personnel Mine Ban Convention. They speak of AP mines only. */
public enum ApmbcArticle implements Article {

  /** Art. 1(1)(a): never under any circumstances to use. */
  USE("APMBC 1(1)(a)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return c.isApMineBound() && c.isIn(Act.USE)
          ? prohibited("a party never uses anti-personnel mines")
          : Optional.empty();
    }
  },

  /** Art. 1(1)(b): never to develop, produce, acquire, stockpile, retain or transfer. */
  DEVELOP_TO_TRANSFER("APMBC 1(1)(b)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      if (!c.isApMineBound()) {
        return Optional.empty();
      }
      boolean named =
          c.isIn(Act.DEVELOP, Act.PRODUCE, Act.TRANSFER)
              || (c.isIn(Act.ACQUIRE) && !isForArticle3(c))
              || (c.isIn(Act.STOCKPILE) && !isWithinArticle4(c) && !isLateFind(c));
      return named
          ? prohibited(
              "a party never develops, produces, acquires, stockpiles, retains or transfers them,"
                  + " but for Arts. 3 and 4")
          : Optional.empty();
    }
  },

  /** Art. 1(1)(c): never to assist anyone, party or not, in an act prohibited to a party. */
  ASSIST("APMBC 1(1)(c)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      boolean assists =
          c.isIn(Act.ASSIST)
              || (c.isIn(Act.TRANSIT) && !c.readOtherwise().contains(Dispute.TRANSIT));
      return c.isApMineBound() && assists
          ? prohibited("a party never assists anyone in an act that is prohibited to a party")
          : Optional.empty();
    }
  },

  /** Art. 3(1): retention and transfer for training, the minimum number absolutely necessary. */
  TRAINING("APMBC 3(1)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      boolean training =
          c.isIn(Act.RETAIN, Act.TRANSFER_FOR_TRAINING)
              || (c.isIn(Act.ACQUIRE) && c.purpose() == Act.TRANSFER_FOR_TRAINING);
      return c.isApMineBound() && training
          ? Optional.of(
              new Applied(
                  citation(),
                  Verdict.RESTRICTED,
                  Condition.OPEN,
                  false,
                  "for training in detection, clearance and destruction only, and no more than the"
                      + " minimum number absolutely necessary"))
          : Optional.empty();
    }
  },

  /** Art. 3(2): transfer for the purpose of destruction is permitted. */
  DESTRUCTION("APMBC 3(2)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      boolean destruction =
          c.isIn(Act.TRANSFER_FOR_DESTRUCTION)
              || (c.isIn(Act.ACQUIRE) && c.purpose() == Act.TRANSFER_FOR_DESTRUCTION);
      return c.isApMineBound() && destruction
          ? Optional.of(
              new Applied(
                  citation(),
                  Verdict.NOT_PROHIBITED,
                  Condition.MET,
                  false,
                  "transfer for the purpose of destruction is permitted"))
          : Optional.empty();
    }
  },

  /**
   * Art. 4: stocks destroyed within four years of entry into force for the state; and practice
   * since the 8th Meeting of the States Parties on stock that is found later.
   */
  STOCKPILE_DESTRUCTION("APMBC 4") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      if (!c.isApMineBound() || !c.isIn(Act.STOCKPILE)) {
        return Optional.empty();
      }
      if (isWithinArticle4(c)) {
        return Optional.of(
            new Applied(
                citation(),
                Verdict.RESTRICTED,
                Condition.OPEN,
                false,
                "stocks may be held only to be destroyed before " + article4Day(c)));
      }
      return isLateFind(c)
          ? Optional.of(
              new Applied(
                  citation(),
                  Verdict.RESTRICTED,
                  Condition.OPEN,
                  false,
                  "stock found later is reported in the next Article 7 report and destroyed as soon"
                      + " as possible"))
          : prohibited(
              "the four years in which stocks were to be destroyed ended on " + article4Day(c));
    }
  },

  /** Art. 5(1), (2): mined areas marked, monitored, fenced, and cleared within ten years. */
  MINED_AREAS("APMBC 5") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return c.isApMineBound() && c.isIn(Act.USE, Act.CLEAR)
          ? duty(
              "mined areas are cleared within ten years of entry into force, and marked, monitored"
                  + " and fenced until then")
          : Optional.empty();
    }
  },

  /** Art. 7(1)(b): stockpiles are reported. */
  REPORT_STOCKPILE("APMBC 7(1)(b)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return reportable(c, c.isIn(Act.STOCKPILE), "stockpiles");
    }
  },

  /** Art. 7(1)(d): what is retained, or transferred under Art. 3, is reported by either side. */
  REPORT_RETENTION("APMBC 7(1)(d)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return reportable(
          c,
          c.isIn(Act.RETAIN) || c.act().isTransfer() || (c.isIn(Act.ACQUIRE) && isForArticle3(c)),
          "mines retained and transferred");
    }
  },

  /** Art. 7(1)(f): programmes of destruction are reported. */
  REPORT_PROGRAMMES("APMBC 7(1)(f)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return reportable(c, c.isIn(Act.DESTROY, Act.CLEAR), "programmes of destruction");
    }
  },

  /** Art. 7(1)(g): mines destroyed, in stock or in the ground, are reported. */
  REPORT_DESTRUCTION("APMBC 7(1)(g)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return reportable(c, c.isIn(Act.DESTROY, Act.CLEAR), "mines destroyed");
    }
  },

  /** Art. 9: penal sanctions for what persons under its jurisdiction do. */
  SANCTIONS("APMBC 9") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      return c.isApMineBound() && !c.isIn(Act.DESTROY, Act.CLEAR)
          ? duty("a party prevents and suppresses prohibited acts with penal sanctions")
          : Optional.empty();
    }
  },

  /** Art. 17(2): from when the Convention binds. */
  ENTRY_INTO_FORCE("APMBC 17(2)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      if (!decidesStatus(c)) {
        return Optional.empty();
      }
      Standing standing = c.standing(Instrument.APMBC);
      TreatyAction consent = standing.restsOn().getFirst();
      return duty(
          "deposited %s: binds from %s, %s"
              .formatted(
                  consent.date(),
                  words(standing.boundSince().or(standing::until)),
                  consent.action() == TreatyAction.Action.SUCCESSION
                      ? "the day of succession"
                      : "the first day of the sixth month after the month of deposit, and never"
                          + " before the Convention's own entry into force"));
    }
  },

  /** Art. 20(3): a withdrawal takes effect after six months, and not during an armed conflict. */
  WITHDRAWAL("APMBC 20(3)") {
    @Override
    public Optional<Applied> apply(Circumstances c) {
      if (decidesStatus(c)) {
        Standing standing = c.standing(Instrument.APMBC);
        boolean hasLeft = standing.status() == Status.LEFT;
        return duty(
            "notice received %s: first day not bound %s; %s"
                .formatted(
                    standing.restsOn().getLast().date(),
                    words(hasLeft ? Optional.of(standing.from()) : standing.until()),
                    "six months after receipt, in an armed conflict not before its end"));
      }
      boolean suspension =
          c.record().suspension(c.question().state(), Instrument.APMBC, c.on()).isPresent();
      return c.item() == Item.AP_MINE && suspension
          ? duty(
              "only withdrawal ends the Convention's force, and not before an armed conflict ends")
          : Optional.empty();
    }
  };

  private static final int ARTICLE_4_YEARS = 4;

  private final String citation;

  ApmbcArticle(String citation) {
    this.citation = citation;
  }

  @Override
  public String citation() {
    return citation;
  }

  /** Whether this is the article by which the state's status is decided. */
  boolean decidesStatus(Circumstances c) {
    return c.item() == Item.AP_MINE && c.standing(Instrument.APMBC).article().equals(citation);
  }

  Optional<Applied> prohibited(String why) {
    return Optional.of(new Applied(citation, Verdict.PROHIBITED, Condition.NONE, false, why));
  }

  Optional<Applied> duty(String why) {
    return Optional.of(new Applied(citation, Verdict.NOT_PROHIBITED, Condition.NONE, true, why));
  }

  Optional<Applied> reportable(Circumstances c, boolean touched, String what) {
    return c.isApMineBound() && touched
        ? Optional.of(
            new Applied(
                citation,
                Verdict.REPORTABLE,
                Condition.NONE,
                false,
                what
                    + " are reported: first within 180 days of entry into force, then by 30 April"
                    + " for the last calendar year"))
        : Optional.empty();
  }

  /** A day, or that none is known yet. */
  static String words(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("not known yet");
  }

  static boolean isForArticle3(Circumstances c) {
    return c.purpose() == Act.TRANSFER_FOR_TRAINING || c.purpose() == Act.TRANSFER_FOR_DESTRUCTION;
  }

  static LocalDate article4Day(Circumstances c) {
    return c.standing(Instrument.APMBC).boundSince().orElseThrow().plusYears(ARTICLE_4_YEARS);
  }

  static boolean isWithinArticle4(Circumstances c) {
    return c.on().isBefore(article4Day(c));
  }

  static boolean isLateFind(Circumstances c) {
    return c.isKnownTrue(Attribute.DISCOVERED);
  }
}
