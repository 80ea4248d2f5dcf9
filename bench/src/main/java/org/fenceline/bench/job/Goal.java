package org.fenceline.bench.job;

import java.util.Locale;

/**
 * A ratio to be reached.
 *
 * @param sense which way round it is told
 * @param times the ratio
 */
public record Goal(Sense sense, double times) {

  /** Which way round a ratio is told. */
  public enum Sense {
    /** So many times as fast as the peer: its time by ours. */
    AT_LEAST,
    /** So many times the peer's time: ours by its. */
    AT_MOST
  }

  public Goal {
    if (!(times > 0)) {
      throw new IllegalArgumentException("a ratio is above 0");
    }
  }

  /** To be at least so many times as fast as the peer. */
  public static Goal atLeast(double times) {
    return new Goal(Sense.AT_LEAST, times);
  }

  /** To take at most so many times what the peer takes. */
  public static Goal atMost(double times) {
    return new Goal(Sense.AT_MOST, times);
  }

  /** The ratio of two times, the way round in which this goal is told. */
  public double ratio(long oursNanos, long peersNanos) {
    return switch (sense) {
      case AT_LEAST -> (double) peersNanos / oursNanos;
      case AT_MOST -> (double) oursNanos / peersNanos;
    };
  }

  /** Whether a ratio reaches it. */
  public boolean isMetBy(double ratio) {
    return switch (sense) {
      case AT_LEAST -> ratio >= times;
      case AT_MOST -> ratio <= times;
    };
  }

  /** Such as {@code ≥ 5×}. */
  public String text() {
    String sign = sense == Sense.AT_LEAST ? "≥" : "≤";
    return times == Math.rint(times)
        ? String.format(Locale.ROOT, "%s %,d×", sign, (long) times)
        : String.format(Locale.ROOT, "%s %.1f×", sign, times);
  }
}
