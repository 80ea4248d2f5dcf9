package org.fenceline.bench.job;

import java.util.concurrent.Callable;

/**
 * One run.
 *
 * @param <A> what is answered
 * @param nanos how long it took
 * @param answer what came of it
 */
public record Turn<A>(long nanos, A answer) {
  public Turn {
    if (nanos <= 0) {
      throw new IllegalArgumentException("a run takes time");
    }
  }

  /** Runs something and takes its time. */
  public static <A> Turn<A> of(Callable<A> work) throws Exception {
    long start = System.nanoTime();
    A answer = work.call();
    return new Turn<>(Math.max(1, System.nanoTime() - start), answer);
  }
}
