package org.fenceline.core.land.traverse;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.land.geodesy.Position;

/**
 * A traverse laid out on the earth.
 *
 * @param measured the reference point and the end of each leg, as measured
 * @param adjusted the same stations with the misclosure shared out; as measured when nothing is
 *     known to close on
 * @param misclosure by how much it fails to close; absent when nothing is known to close on
 */
public record Plot(
    List<Position> measured, List<Position> adjusted, Optional<Misclosure> misclosure) {

  public Plot {
    measured = List.copyOf(measured);
    adjusted = List.copyOf(adjusted);
  }
}
