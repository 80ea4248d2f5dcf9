package org.fenceline.bench.job;

/** Ours and the peer's answers are not the same, so that their times say nothing. */
public final class AnswersDiffer extends RuntimeException {
  private static final long serialVersionUID = 1;

  AnswersDiffer(String difference) {
    super("the answers differ: " + difference);
  }
}
