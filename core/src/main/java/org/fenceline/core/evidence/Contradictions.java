package org.fenceline.core.evidence;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.body.Claim;

/** Claims that cannot both be so. */
public final class Contradictions {
  private Contradictions() {}

  /**
   * Two claims of one topic that differ.
   *
   * @param one the earlier in the list
   * @param other the later
   * @param why what differs
   */
  public record Pair(Claim one, Claim other, String why) {}

  /** Pairs of claims of one topic whose figures, dates or negation exclude each other. */
  public static List<Pair> among(List<Claim> claims) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      for (int j = i + 1; j < claims.size(); j++) {
        Claim one = claims.get(i);
        Claim other = claims.get(j);
        if (one.topic().equals(other.topic()) && !one.claim().equals(other.claim())) {
          String why = why(one, other);
          if (!why.isEmpty()) {
            pairs.add(new Pair(one, other, why));
          }
        }
      }
    }
    return pairs;
  }

  private static String why(Claim one, Claim other) {
    if (one.value().isPresent()
        && other.value().isPresent()
        && excludes(one.value().get(), other.value().get())) {
      return text(one.value().get()) + " against " + text(other.value().get());
    }
    if (one.when().isPresent()
        && other.when().isPresent()
        && (one.when().get().latestDay().isBefore(other.when().get().earliestDay())
            || other.when().get().latestDay().isBefore(one.when().get().earliestDay()))) {
      return one.when().get() + " against " + other.when().get();
    }
    return one.value().equals(other.value())
            && one.when().equals(other.when())
            && one.names().equals(other.names())
            && !one.negated().orElse(false).equals(other.negated().orElse(false))
        ? "said to be so and not to be so"
        : "";
  }

  private static boolean excludes(Claim.Value one, Claim.Value other) {
    return one.unit().equals(other.unit())
        && (one.upper().compareTo(other.low()) < 0 || other.upper().compareTo(one.low()) < 0);
  }

  private static String text(Claim.Value value) {
    String figure =
        value.high().isPresent()
            ? value.low().toPlainString() + " to " + value.upper().toPlainString()
            : value.low().toPlainString();
    return figure + " " + value.unit();
  }
}
