package org.fenceline.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Runs a property over many seeds; a failure names the seed that repeats it.
 *
 * <p>{@code -Dfenceline.property.runs=N} changes how many seeds are tried, {@code
 * -Dfenceline.property.seed=S} tries that one alone.
 */
public final class Property {

  /** A property of one seed's random choices. */
  @FunctionalInterface
  public interface OfSeed {
    void holds(SplittableRandom random) throws Exception;
  }

  /** A property of a sequence of operations. */
  @FunctionalInterface
  public interface OfSequence<T> {
    void holds(List<T> operations) throws Exception;
  }

  /** Invents a sequence of operations. */
  @FunctionalInterface
  public interface Sequences<T> {
    List<T> invent(SplittableRandom random);
  }

  private Property() {}

  /** Checks the property for {@code runs} seeds, or as the system properties say. */
  public static void check(String name, int runs, OfSeed property) {
    campaign(name, wanted(runs), property);
  }

  /**
   * As {@link #check}, for a campaign that has a flag of its own for its size, because one run of
   * it costs much more than that of other properties.
   */
  public static void campaign(String name, int runs, OfSeed property) {
    for (long seed : seeds(name, runs)) {
      try {
        property.holds(new SplittableRandom(seed));
      } catch (Exception | AssertionError e) {
        throw failure(name, seed, e, "");
      }
    }
  }

  /**
   * As {@link #check}, for a sequence of operations; from a sequence that fails, operations are
   * dropped one by one as long as it still fails.
   */
  public static <T> void checkSequences(
      String name, int runs, Sequences<T> sequences, OfSequence<T> property) {
    for (long seed : seeds(name, wanted(runs))) {
      List<T> operations = sequences.invent(new SplittableRandom(seed));
      Throwable failure = failureOf(property, operations);
      if (failure != null) {
        List<T> shortest = new ArrayList<>(operations);
        for (int i = shortest.size() - 1; i >= 0; i--) {
          List<T> shorter = new ArrayList<>(shortest);
          shorter.remove(i);
          Throwable still = failureOf(property, shorter);
          if (still != null) {
            shortest = shorter;
            failure = still;
          }
        }
        StringBuilder steps = new StringBuilder("\nshortest failing sequence:");
        shortest.forEach(step -> steps.append("\n  ").append(step));
        throw failure(name, seed, failure, steps.toString());
      }
    }
  }

  private static <T> @org.jspecify.annotations.Nullable Throwable failureOf(
      OfSequence<T> property, List<T> operations) {
    try {
      property.holds(List.copyOf(operations));
      return null;
    } catch (Exception | AssertionError e) {
      return e;
    }
  }

  private static AssertionError failure(String name, long seed, Throwable cause, String more) {
    return new AssertionError(
        "property \""
            + name
            + "\" fails for seed "
            + seed
            + "; repeat it with -Dfenceline.property.seed="
            + seed
            + ": "
            + cause.getMessage()
            + more,
        cause);
  }

  private static int wanted(int runs) {
    String wanted = System.getProperty("fenceline.property.runs", "");
    return wanted.isEmpty() ? runs : Integer.parseInt(wanted);
  }

  private static long[] seeds(String name, int count) {
    String seed = System.getProperty("fenceline.property.seed", "");
    if (!seed.isEmpty()) {
      return new long[] {Long.parseLong(seed)};
    }
    System.out.println("property \"" + name + "\": " + count + " seeds");
    SplittableRandom random = new SplittableRandom(name.hashCode());
    return random.longs(count).toArray();
  }
}
