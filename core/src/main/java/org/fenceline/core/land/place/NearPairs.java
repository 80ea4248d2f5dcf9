package org.fenceline.core.land.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Position;

/**
 * Finds things near each other: (1) each is boxed in latitude and grown by the reach; (2) from
 * south to north each is held against those whose boxes it still meets. Longitudes are compared the
 * short way round, so that 180 degrees is no edge.
 */
public final class NearPairs {
  private static final double METRES_A_DEGREE = 110_000;

  private NearPairs() {}

  /**
   * Two things that may be near.
   *
   * @param one the more southern
   * @param other the other
   */
  public record Pair<T>(T one, T other) {}

  private record Boxed<T>(T thing, double south, double north, double middle, double halfWidth) {}

  /** Pairs of things whose boxes come nearer than the reach; nothing is left out that is nearer. */
  public static <T> List<Pair<T>> of(
      List<T> things, Function<T, Footprint> footprint, double reachMetres) {
    List<Boxed<T>> boxes = new ArrayList<>();
    for (T thing : things) {
      Footprint where = footprint.apply(thing);
      if (!where.isNowhere()) {
        boxes.add(boxed(thing, where, reachMetres / 2));
      }
    }
    boxes.sort(Comparator.comparingDouble(Boxed::south));
    List<Pair<T>> pairs = new ArrayList<>();
    List<Boxed<T>> open = new ArrayList<>();
    for (Boxed<T> box : boxes) {
      open.removeIf(passed -> passed.north() < box.south());
      for (Boxed<T> other : open) {
        double apart = Math.abs(Math.IEEEremainder(box.middle() - other.middle(), 360));
        if (apart <= box.halfWidth() + other.halfWidth()) {
          pairs.add(new Pair<>(other.thing(), box.thing()));
        }
      }
      open.add(box);
    }
    return pairs;
  }

  private static <T> Boxed<T> boxed(T thing, Footprint where, double marginMetres) {
    List<Position> corners = where.corners();
    double first = corners.getFirst().longitude();
    double south = 90;
    double north = -90;
    double west = 0;
    double east = 0;
    for (Position corner : corners) {
      south = Math.min(south, corner.latitude());
      north = Math.max(north, corner.latitude());
      double fromFirst = Math.IEEEremainder(corner.longitude() - first, 360);
      west = Math.min(west, fromFirst);
      east = Math.max(east, fromFirst);
    }
    double margin = marginMetres / METRES_A_DEGREE;
    double widest = Math.max(Math.abs(south), Math.abs(north)) + margin;
    // Beside a pole every longitude is near every other.
    double lengthening = widest >= 89 ? 0 : Math.cos(Math.toRadians(widest));
    double halfWidth = lengthening == 0 ? 180 : (east - west) / 2 + margin / lengthening;
    return new Boxed<>(thing, south - margin, north + margin, first + (west + east) / 2, halfWidth);
  }
}
