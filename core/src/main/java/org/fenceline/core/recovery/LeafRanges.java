package org.fenceline.core.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Leaves as a person reads them: 3 to 7, 12. */
public final class LeafRanges {

  /** Most ranges that are written out. */
  private static final int MOST = 200;

  /**
   * Leaves next to each other.
   *
   * @param first the first of them
   * @param last the last of them
   */
  public record Range(long first, long last) {
    @Override
    public String toString() {
      return first == last ? String.valueOf(first) : first + "-" + last;
    }
  }

  private LeafRanges() {}

  /** The ranges that leaves form. */
  public static List<Range> of(SortedSet<Long> leaves) {
    List<Range> ranges = new ArrayList<>();
    for (long leaf : leaves) {
      if (!ranges.isEmpty() && ranges.getLast().last() == leaf - 1) {
        ranges.set(ranges.size() - 1, new Range(ranges.getLast().first(), leaf));
      } else {
        ranges.add(new Range(leaf, leaf));
      }
    }
    return ranges;
  }

  /** The ranges in one line; of very many, the first and how many more there are. */
  public static String text(SortedSet<Long> leaves) {
    List<Range> ranges = of(leaves);
    String shown = String.join(", ", ranges.stream().limit(MOST).map(Range::toString).toList());
    return ranges.size() > MOST ? shown + " and " + (ranges.size() - MOST) + " ranges more" : shown;
  }
}
