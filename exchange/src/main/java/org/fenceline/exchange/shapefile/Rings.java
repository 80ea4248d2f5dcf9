package org.fenceline.exchange.shapefile;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.exchange.feature.Drawn.Corner;

/**
 * Rings of one shape put together: those that run clockwise bound ground, the others are holes in
 * the smallest such ring that they lie in. One that lies in none is taken for ground, because
 * nothing that somebody drew may make a field smaller by mistake.
 */
final class Rings {
  private Rings() {}

  static List<List<List<Corner>>> areas(List<List<Corner>> rings) {
    List<List<List<Corner>>> areas = new ArrayList<>();
    for (List<Corner> ring : rings) {
      if (doubleArea(ring) <= 0) {
        areas.add(new ArrayList<>(List.of(ring)));
      }
    }
    int outer = areas.size();
    for (List<Corner> ring : rings) {
      if (doubleArea(ring) > 0) {
        areas.subList(0, outer).stream()
            .filter(area -> ring.stream().allMatch(corner -> isIn(area.getFirst(), corner)))
            .min(java.util.Comparator.comparingDouble(area -> -doubleArea(area.getFirst())))
            .ifPresentOrElse(
                area -> area.add(ring), () -> areas.add(new ArrayList<>(List.of(ring))));
      }
    }
    return areas;
  }

  /** Twice the area: above 0 when the ring runs against the clock. */
  private static double doubleArea(List<Corner> ring) {
    double sum = 0;
    double x0 = ring.getFirst().x().doubleValue();
    double y0 = ring.getFirst().y().doubleValue();
    for (int i = 1; i < ring.size(); i++) {
      Corner from = ring.get(i - 1);
      Corner to = ring.get(i);
      sum +=
          (from.x().doubleValue() - x0) * (to.y().doubleValue() - y0)
              - (to.x().doubleValue() - x0) * (from.y().doubleValue() - y0);
    }
    return sum;
  }

  /** Whether a corner lies in a ring or is one of its corners. */
  private static boolean isIn(List<Corner> ring, Corner corner) {
    double x = corner.x().doubleValue();
    double y = corner.y().doubleValue();
    boolean in = false;
    for (int i = 1; i < ring.size(); i++) {
      double x1 = ring.get(i - 1).x().doubleValue();
      double y1 = ring.get(i - 1).y().doubleValue();
      double x2 = ring.get(i).x().doubleValue();
      double y2 = ring.get(i).y().doubleValue();
      if (x1 == x && y1 == y) {
        return true;
      }
      if ((y1 > y) != (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1) {
        in = !in;
      }
    }
    return in;
  }
}
