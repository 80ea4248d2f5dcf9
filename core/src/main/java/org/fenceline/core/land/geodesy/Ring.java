package org.fenceline.core.land.geodesy;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import net.sf.geographiclib.PolygonResult;

/**
 * A boundary line as somebody drew it, in either direction. Whether it closes, crosses itself or
 * has too few corners is told by {@link RingFlaws}; nothing is refused but a ring without any
 * corner.
 *
 * @param drawn the corners one after another; the first once more at the end when it was closed
 */
public record Ring(List<Position> drawn) {

  public Ring {
    drawn = List.copyOf(drawn);
    if (drawn.isEmpty()) {
      throw new IllegalArgumentException("a ring has at least one corner");
    }
  }

  /** The ring through these corners and back to the first. */
  public static Ring through(List<Position> corners) {
    List<Position> drawn = new ArrayList<>(corners);
    if (drawn.size() > 1) {
      drawn.add(drawn.getFirst());
    }
    return new Ring(drawn);
  }

  /** Whether it was drawn back to where it began. */
  public boolean isClosed() {
    return drawn.size() > 1 && gapMetres() == 0;
  }

  /** Metres from the last drawn corner to the first. */
  double gapMetres() {
    return Geodesics.distanceMetres(drawn.getLast(), drawn.getFirst());
  }

  /** The corners, each once. */
  public List<Position> corners() {
    return isClosed() ? drawn.subList(0, drawn.size() - 1) : drawn;
  }

  /** The edges from corner to corner and back to the first, whether it was drawn so or not. */
  public List<Segment> edges() {
    List<Position> corners = corners();
    List<Segment> edges = new ArrayList<>(corners.size());
    for (int i = 0; i < corners.size(); i++) {
      edges.add(new Segment(corners.get(i), corners.get((i + 1) % corners.size())));
    }
    return edges;
  }

  /** Metres round it, back to the first corner. */
  public double lengthMetres() {
    return measured().perimeter;
  }

  /**
   * Square metres of the smaller of the two parts into which it divides the earth; the lobes of a
   * ring that crosses itself count against each other.
   */
  public double areaSquareMetres() {
    return Math.abs(measured().area);
  }

  private PolygonResult measured() {
    PolygonArea polygon = new PolygonArea(Geodesic.WGS84, false);
    for (Position corner : corners()) {
      polygon.AddPoint(corner.latitude(), corner.longitude());
    }
    return polygon.Compute(false, true);
  }

  /** Metres from a position to the line itself, inside or outside. */
  public double distanceToLineMetres(Position position) {
    return nearestOnLine(position).metres();
  }

  /** The point of the line itself that is nearest to a position, inside or outside. */
  public Nearest nearestOnLine(Position position) {
    return edges().stream()
        .map(edge -> edge.nearest(position))
        .reduce(Nearest::or)
        .orElseThrow(() -> new IllegalStateException("a ring has a corner and so an edge"));
  }
}
