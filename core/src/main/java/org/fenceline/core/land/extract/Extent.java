package org.fenceline.core.land.extract;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Geometry.Coordinate;

/**
 * Ground that is asked for, in degrees as on a flat map: a line between two corners runs straight
 * in longitude and latitude, as every GIS draws it. In doubt something touches it.
 */
public final class Extent {
  private final List<Outline> outlines;

  /** A ring as numbers, closed. */
  private record Outline(
      List<Corner> corners, double west, double south, double east, double north) {
    static Outline closed(List<Coordinate> ring) {
      List<Corner> corners = new ArrayList<>();
      for (Coordinate coordinate : ring) {
        corners.add(
            new Corner(coordinate.longitude().doubleValue(), coordinate.latitude().doubleValue()));
      }
      if (!corners.getFirst().equals(corners.getLast())) {
        corners.add(corners.getFirst());
      }
      return of(corners);
    }

    private static Outline of(List<Corner> corners) {
      return new Outline(
          List.copyOf(corners),
          corners.stream().mapToDouble(Corner::x).min().orElseThrow(),
          corners.stream().mapToDouble(Corner::y).min().orElseThrow(),
          corners.stream().mapToDouble(Corner::x).max().orElseThrow(),
          corners.stream().mapToDouble(Corner::y).max().orElseThrow());
    }

    /** A place or a line as what it is: not closed. */
    static Outline open(List<Coordinate> line) {
      return of(
          line.stream()
              .map(c -> new Corner(c.longitude().doubleValue(), c.latitude().doubleValue()))
              .toList());
    }

    boolean isApart(Outline other) {
      return other.west > east || other.east < west || other.south > north || other.north < south;
    }

    boolean holds(Corner place) {
      boolean inside = false;
      for (int i = 1; i < corners.size(); i++) {
        Corner a = corners.get(i - 1);
        Corner b = corners.get(i);
        if (a.y > place.y != b.y > place.y
            && place.x < (b.x - a.x) * (place.y - a.y) / (b.y - a.y) + a.x) {
          inside = !inside;
        }
      }
      return inside;
    }

    boolean crosses(Outline other) {
      for (int i = 1; i < corners.size(); i++) {
        for (int k = 0; k < other.corners.size(); k++) {
          Corner c = other.corners.get(Math.max(0, k - 1));
          if (meet(corners.get(i - 1), corners.get(i), c, other.corners.get(k))) {
            return true;
          }
        }
      }
      return false;
    }

    /** Whether two steps share a point. */
    private static boolean meet(Corner a, Corner b, Corner c, Corner d) {
      return side(a, b, c) * side(a, b, d) <= 0
          && side(c, d, a) * side(c, d, b) <= 0
          && Math.max(a.x, b.x) >= Math.min(c.x, d.x)
          && Math.min(a.x, b.x) <= Math.max(c.x, d.x)
          && Math.max(a.y, b.y) >= Math.min(c.y, d.y)
          && Math.min(a.y, b.y) <= Math.max(c.y, d.y);
    }

    private static double side(Corner a, Corner b, Corner c) {
      return Math.signum((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
    }
  }

  private record Corner(double x, double y) {}

  private Extent(List<Outline> outlines) {
    this.outlines = outlines;
  }

  /**
   * The ground of a geometry.
   *
   * @throws IllegalArgumentException when it covers no ground, or has holes
   */
  public static Extent of(Geometry area) {
    if (!area.isArea() || area.parts().stream().anyMatch(part -> part.size() > 1)) {
      throw new IllegalArgumentException(
          "an area is a POLYGON or MULTIPOLYGON without holes, or west,south,east,north");
    }
    return new Extent(area.parts().stream().map(part -> Outline.closed(part.getFirst())).toList());
  }

  /** Whether some of a geometry lies in it, or touches its edge. */
  public boolean touches(Geometry place) {
    for (List<List<Coordinate>> part : place.parts()) {
      Outline outer =
          place.isArea() ? Outline.closed(part.getFirst()) : Outline.open(part.getFirst());
      for (Outline own : outlines) {
        boolean isAround = place.isArea() && outer.holds(own.corners().getFirst());
        if (!own.isApart(outer)
            && (own.holds(outer.corners().getFirst()) || isAround || own.crosses(outer))) {
          return true;
        }
      }
    }
    return false;
  }
}
