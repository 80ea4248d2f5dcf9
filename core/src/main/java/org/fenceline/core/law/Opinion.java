package org.fenceline.core.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.law.rule.Applied;
import org.fenceline.core.law.term.Question;
import org.fenceline.core.law.term.Verdict;

/**
 * What the law of a day says of one side of an act.
 *
 * @param question what was asked
 * @param verdict the strongest result of the protective reading
 * @param rules every rule that applies by it, strongest first, duties last
 * @param readings where a point is disputed: the protective reading first, then the others
 * @param turns the days on which the verdict changes, or has changed, with what it is from then on;
 *     empty where it was asked of one day only
 * @param uncertain acts it rests on that are known less than well
 * @param recipient the other side of a transfer
 */
public record Opinion(
    Question question,
    Verdict verdict,
    List<Applied> rules,
    List<Reading> readings,
    List<Turn> turns,
    List<TreatyAction> uncertain,
    Optional<Opinion> recipient) {

  /**
   * A day on which a verdict changes.
   *
   * @param day the first day of the new verdict
   * @param verdict what it is from then on
   * @param contested whether readings differ from then on
   */
  public record Turn(LocalDate day, Verdict verdict, boolean contested) {}

  public Opinion {
    rules = List.copyOf(rules);
    readings = List.copyOf(readings);
    turns = List.copyOf(turns);
    uncertain = List.copyOf(uncertain);
  }

  /** The same with the days on which it turns, and the other side with its own. */
  Opinion turning(List<Turn> days, Optional<Opinion> otherSide) {
    return new Opinion(question, verdict, rules, readings, days, uncertain, otherSide);
  }

  /** Whether readings give different verdicts on this side. */
  public boolean isContestedHere() {
    return readings.stream().anyMatch(reading -> reading.verdict() != verdict);
  }

  /** Whether readings give different verdicts on either side. */
  public boolean isContested() {
    return isContestedHere() || recipient.filter(Opinion::isContestedHere).isPresent();
  }
}
