package org.fenceline.exchange.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.value.Geometry.Coordinate;

/** Rings as formats ask for them; a corner's digits never change. */
public final class Rings {
  private Rings() {}

  /** The ring with its first corner at the end too, as every format asks. */
  public static List<Coordinate> closed(List<Coordinate> ring) {
    Coordinate first = ring.getFirst();
    Coordinate last = ring.getLast();
    boolean isClosed =
        ring.size() > 1
            && first.longitude().compareTo(last.longitude()) == 0
            && first.latitude().compareTo(last.latitude()) == 0;
    if (isClosed) {
      return ring;
    }
    List<Coordinate> closed = new ArrayList<>(ring);
    closed.add(first);
    return closed;
  }

  /** A closed ring, run through against the clock or with it; one without area as it was drawn. */
  public static List<Coordinate> wound(List<Coordinate> ring, boolean againstTheClock) {
    BigDecimal twice = BigDecimal.ZERO;
    for (int i = 1; i < ring.size(); i++) {
      Coordinate a = ring.get(i - 1);
      Coordinate b = ring.get(i);
      twice =
          twice
              .add(a.longitude().multiply(b.latitude()))
              .subtract(b.longitude().multiply(a.latitude()));
    }
    boolean isRight = twice.signum() == 0 || twice.signum() > 0 == againstTheClock;
    return isRight ? ring : ring.reversed();
  }
}
