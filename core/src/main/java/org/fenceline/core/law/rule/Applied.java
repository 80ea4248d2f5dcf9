package org.fenceline.core.law.rule;

import org.fenceline.core.law.term.Verdict;

/**
 * What an article says of an act.
 *
 * @param article how it is cited
 * @param result what it comes to; NOT_PROHIBITED for a duty
 * @param condition whether a condition of it is met
 * @param isDuty whether it is listed without changing the verdict
 * @param why in words
 */
public record Applied(
    String article, Verdict result, Condition condition, boolean isDuty, String why) {

  /** What is known of an article's condition. */
  public enum Condition {
    /** It has none, or its result settles everything. */
    NONE,
    /** The question leaves it open. */
    OPEN,
    /** What is known meets it. */
    MET,
    /** What is known does not meet it. */
    UNMET
  }
}
