package org.fenceline.core.law.status;

/** How a state stands to a treaty on a day. */
public enum Status {
  /** Never acted, or not yet. */
  NON_PARTY,
  /** Signed, not yet bound. */
  SIGNATORY,
  /** Instrument deposited, not yet in force for it. */
  CONSENTED,
  /** Bound. */
  BOUND,
  /** Notice of withdrawal received, still bound. */
  WITHDRAWING,
  /** Withdrawal has taken effect. */
  LEFT;

  /** Whether the treaty's obligations hold. */
  public boolean isBound() {
    return this == BOUND || this == WITHDRAWING;
  }

  /** Whether the object and purpose must not be defeated (VCLT Art. 18). */
  public boolean isAwaitingForce() {
    return this == SIGNATORY || this == CONSENTED;
  }
}
