package org.fenceline.core.evidence;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.fenceline.core.entry.body.Claim.Comparison;

/**
 * A figure in a paragraph.
 *
 * @param low the number, or the lower end of a range
 * @param high the same number, or the upper end
 * @param span where it stands, the words of the range included
 * @param comparisons how it is hedged or related
 */
public record Figure(BigDecimal low, BigDecimal high, Span span, Set<Comparison> comparisons) {
  public Figure {
    comparisons = comparisons.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(comparisons));
  }

  boolean is(BigDecimal wantedLow, BigDecimal wantedHigh) {
    return low.compareTo(wantedLow) == 0 && high.compareTo(wantedHigh) == 0;
  }
}
