package org.fenceline.core.entry.body;

import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Count;

/**
 * How an area is marked and closed off (APII Art. 5(2), TA 4).
 *
 * @param perimeterMarked whether its whole perimeter is marked
 * @param fenced whether a fence or another means keeps civilians out
 * @param monitored whether military personnel monitor it
 * @param signs how many signs there are
 * @param signShape of the signs
 * @param signWidthMillimetres of a triangle its base, of a square its side
 * @param signHeightMillimetres of a triangle its height
 * @param widestGapMetres the largest distance between signs
 */
@Meaning("How an area is marked and closed off.")
public record Marking(
    @Meaning("Whether its whole perimeter is marked.") boolean perimeterMarked,
    @Meaning("Whether a fence or another means keeps civilians out.") boolean fenced,
    @Meaning("Whether military personnel monitor it.") boolean monitored,
    @Meaning("How many signs there are.") Optional<Count> signs,
    @Meaning("Shape of the signs.") Optional<SignShape> signShape,
    @Meaning("Base of a triangle, side of a square, in millimetres.")
        Optional<Count> signWidthMillimetres,
    @Meaning("Height of a triangle in millimetres.") Optional<Count> signHeightMillimetres,
    @Meaning("Largest distance between signs in metres.") Optional<Count> widestGapMetres) {

  /** Shapes that TA 4(a) names. */
  public enum SignShape {
    TRIANGLE,
    SQUARE
  }
}
