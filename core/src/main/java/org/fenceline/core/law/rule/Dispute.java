package org.fenceline.core.law.rule;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.law.status.Status;
import org.fenceline.core.law.term.Act;
import org.fenceline.core.law.term.Instrument;
import org.fenceline.core.law.term.Item;

/** Points on which the law is read in two ways. The protective reading comes first. */
public enum Dispute {

  /** A state notified that it suspends the operation of the APMBC. */
  SUSPENSION {
    @Override
    public boolean arises(Circumstances circumstances) {
      return notice(circumstances).isPresent();
    }

    @Override
    public View protective(Circumstances circumstances) {
      return new View(
          "the suspension has no effect",
          "the APMBC applies under any circumstances and knows withdrawal only, which waits for the"
              + " end of an armed conflict; six states objected, the 22nd Meeting of the States"
              + " Parties held the same, and the depositary still lists the state as a party",
          List.of(
              "APMBC Arts. 1, 19, 20",
              "objections of Austria, Belgium, Colombia, New Zealand, Norway and Switzerland",
              "22nd Meeting of the States Parties, December 2025",
              "UN Treaty Collection, status list of 2026-02-03"));
    }

    @Override
    public View other(Circumstances circumstances) {
      return new View(
          "the operation is suspended",
          "the general law of treaties lets a fundamental change of circumstances suspend it",
          notice(circumstances)
              .map(notice -> List.of("VCLT Art. 62", "notice of " + notice.date(), notice.source()))
              .orElse(List.of()));
    }

    private static Optional<TreatyAction> notice(Circumstances circumstances) {
      return circumstances
          .record()
          .suspension(circumstances.question().state(), Instrument.APMBC, circumstances.on());
    }
  },

  /** Others' mines pass through a bound state's territory. */
  TRANSIT {
    @Override
    public boolean arises(Circumstances circumstances) {
      Status status = circumstances.status(Instrument.APMBC);
      return circumstances.act() == Act.TRANSIT
          && circumstances.item() == Item.AP_MINE
          && (status.isBound() || status.isAwaitingForce());
    }

    @Override
    public View protective(Circumstances circumstances) {
      return new View(
          "transit is assistance",
          "letting others' mines pass helps them in acts that the APMBC prohibits",
          List.of("APMBC Art. 1(1)(c)"));
    }

    @Override
    public View other(Circumstances circumstances) {
      return new View(
          "transit is no transfer",
          "neither title nor control passes, and Art. 1 does not name transit",
          List.of("APMBC Art. 2(4)"));
    }
  },

  /** APII's rules on use where no armed conflict is recorded. */
  PEACETIME_USE {
    @Override
    public boolean arises(Circumstances circumstances) {
      return circumstances.act() == Act.USE
          && circumstances.isBound(Instrument.APII)
          && circumstances
              .record()
              .conflict(circumstances.question().state(), circumstances.on())
              .isEmpty();
    }

    @Override
    public View protective(Circumstances circumstances) {
      return new View(
          "APII applies at all times",
          "as the context requires: several parties declared so, and marking, transfer and reports"
              + " apply in peace by their nature",
          List.of("declarations of several parties to APII"));
    }

    @Override
    public View other(Circumstances circumstances) {
      return new View(
          "APII's rules on use apply from an armed conflict on",
          "its Art. 1(2) speaks of situations of conflict; until then custom and national law hold",
          List.of("APII Art. 1(2)"));
    }
  };

  /**
   * One of the two ways to read a disputed point.
   *
   * @param name what it holds
   * @param why on what it rests
   * @param sources who says so, and where
   */
  public record View(String name, String why, List<String> sources) {
    public View {
      sources = List.copyOf(sources);
    }
  }

  /** Whether the point matters in the circumstances. */
  public abstract boolean arises(Circumstances circumstances);

  /** The reading that protects more: the one that the verdict follows. */
  public abstract View protective(Circumstances circumstances);

  /** The reading beside it. */
  public abstract View other(Circumstances circumstances);
}
