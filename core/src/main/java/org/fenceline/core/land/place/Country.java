package org.fenceline.core.land.place;

import java.util.List;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.nearby.NearbyIndex;
import org.fenceline.core.land.nearby.NearbyIndex.Item;

/**
 * A state's ground as public cartography outlines it: good enough to tell a slip, not to say on
 * which side of a border something lies.
 *
 * @param code the state
 * @param outline its ground, packed to be asked often
 */
public record Country(StateCode code, NearbyIndex<StateCode> outline) {
  /** The outline may be off by so much: it was drawn for maps at 1 to 50 million. */
  public static final double OUTLINE_ERROR_METRES = 10_000;

  /** A state of this outline. */
  public static Country of(StateCode code, Footprint outline) {
    return new Country(code, NearbyIndex.of(List.of(new Item<>(code, outline, 0))));
  }

  /** Metres to its ground; 0 on it. */
  public double metresAway(Position position) {
    return outline.near(position, 1, 0).getFirst().metres();
  }

  /** Whether a position surely lies outside. */
  public boolean isAbroad(Position position) {
    return metresAway(position) > OUTLINE_ERROR_METRES;
  }
}
