package org.fenceline.core.land.check;

/** Why an answer is what it is; its words are the caller's, in the reader's language. */
public sealed interface Reason {

  /** A danger is near. */
  record DangerNear(SafetyAnswer.Near near) implements Reason {}

  /** There is doubt about the release in which the point lies, or may lie. */
  record Doubted(SurveyedGround ground, Doubt doubt) implements Reason {}

  /** The point lies in an area of concern that was not surveyed there. */
  record InAreaOfConcern(String name) implements Reason {}

  /** No endorsed release surely covers the point. */
  record NotReleased() implements Reason {}
}
