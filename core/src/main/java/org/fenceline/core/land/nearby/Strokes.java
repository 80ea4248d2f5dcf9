package org.fenceline.core.land.nearby;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Segment;
import org.fenceline.core.land.nearby.Packed.Role;
import org.fenceline.core.land.nearby.Packed.Stroke;

/** Takes footprints apart into strokes. */
final class Strokes {
  private Strokes() {}

  static void addTo(List<Stroke> strokes, Footprint footprint) {
    for (Perimeter area : footprint.areas()) {
      strokes.add(new Stroke(Role.OUTER, area.outer().corners()));
      area.holes().forEach(hole -> strokes.add(new Stroke(Role.HOLE, hole.corners())));
    }
    lines(strokes, footprint.lines());
    if (!footprint.places().isEmpty()) {
      strokes.add(new Stroke(Role.PLACES, footprint.places()));
    }
  }

  /** Edges that go on from one another are one stroke. */
  private static void lines(List<Stroke> strokes, List<Segment> edges) {
    List<Position> line = new ArrayList<>();
    for (Segment edge : edges) {
      if (line.isEmpty() || !line.getLast().equals(edge.from())) {
        end(strokes, line);
        line = new ArrayList<>(List.of(edge.from()));
      }
      line.add(edge.to());
    }
    end(strokes, line);
  }

  private static void end(List<Stroke> strokes, List<Position> line) {
    if (!line.isEmpty()) {
      strokes.add(new Stroke(Role.LINE, List.copyOf(line)));
    }
  }
}
