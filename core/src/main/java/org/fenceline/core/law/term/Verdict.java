package org.fenceline.core.law.term;

/** What the law of a day says of an act, weakest first. */
public enum Verdict {
  /** No rule held here forbids or conditions it. */
  NOT_PROHIBITED,
  /** Allowed, and to be reported. */
  REPORTABLE,
  /** Allowed only under conditions. */
  RESTRICTED,
  /** Forbidden. */
  PROHIBITED;

  /** The stronger of the two. */
  public Verdict or(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
