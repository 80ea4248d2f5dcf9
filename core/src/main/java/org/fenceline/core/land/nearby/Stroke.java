package org.fenceline.core.land.nearby;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Ring;
import org.fenceline.core.land.geodesy.Segment;

/**
 * A ring, a line or places.
 *
 * @param role which of them
 * @param corners its corners; a ring comes back to the first without saying so
 */
record Stroke(Role role, List<Position> corners) {

  /** The strokes of a footprint; a ring's holes stand behind it. */
  static List<Stroke> of(Footprint footprint) {
    List<Stroke> strokes = new ArrayList<>();
    for (Perimeter area : footprint.areas()) {
      strokes.add(new Stroke(Role.OUTER, area.outer().corners()));
      for (Ring hole : area.holes()) {
        strokes.add(new Stroke(Role.HOLE, hole.corners()));
      }
    }
    lines(strokes, footprint.lines());
    if (!footprint.places().isEmpty()) {
      strokes.add(new Stroke(Role.PLACES, footprint.places()));
    }
    return strokes;
  }

  /** Edges that go on from one another are one stroke. */
  private static void lines(List<Stroke> strokes, List<Segment> edges) {
    List<Position> line = new ArrayList<>();
    for (Segment edge : edges) {
      if (line.isEmpty() || !line.getLast().equals(edge.from())) {
        line = new ArrayList<>(List.of(edge.from()));
        strokes.add(new Stroke(Role.LINE, line));
      }
      line.add(edge.to());
    }
  }

  /** Corners as they are packed: a ring's first once more at the end. */
  int packedCorners() {
    boolean isRing = role == Role.OUTER || role == Role.HOLE;
    return isRing ? corners.size() + 1 : corners.size();
  }

  Position corner(int number) {
    return corners.get(number == corners.size() ? 0 : number);
  }

  int runs() {
    return Packed.runs(role, packedCorners());
  }
}
