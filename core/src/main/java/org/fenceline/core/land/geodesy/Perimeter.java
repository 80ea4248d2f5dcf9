package org.fenceline.core.land.geodesy;

import java.util.List;

/**
 * A piece of ground: what lies inside a ring, but for its holes.
 *
 * @param outer the ring round it
 * @param holes rings inside the outer one, whose ground does not belong to it
 */
public record Perimeter(Ring outer, List<Ring> holes) {

  public Perimeter {
    holes = List.copyOf(holes);
  }

  /** Ground without holes. */
  public static Perimeter of(Ring outer) {
    return new Perimeter(outer, List.of());
  }

  /** Square metres of the ground, holes subtracted; see {@link Ring#areaSquareMetres}. */
  public double areaSquareMetres() {
    return outer.areaSquareMetres() - holes.stream().mapToDouble(Ring::areaSquareMetres).sum();
  }

  /** Metres of all its lines, round the holes too. */
  public double lengthMetres() {
    return outer.lengthMetres() + holes.stream().mapToDouble(Ring::lengthMetres).sum();
  }

  /**
   * Whether a position lies in the ground or on one of its lines. Where a line crosses itself the
   * more cautious answer counts: ground round which the outer ring winds at all is in, and only
   * ground round which a hole winds an odd number of times is out.
   */
  public boolean contains(Position position) {
    Winding round = Winding.of(outer, position);
    if (round.onLine() || round.tooWide()) {
      return true;
    }
    return round.turns() != 0 && holes.stream().noneMatch(hole -> takesOut(hole, position));
  }

  private static boolean takesOut(Ring hole, Position position) {
    Winding round = Winding.of(hole, position);
    return !round.onLine() && !round.tooWide() && round.turns() % 2 != 0;
  }

  /** Metres from a position to the ground; 0 for one that lies in it. */
  public double distanceMetres(Position position) {
    return nearest(position).metres();
  }

  /** The point of the ground that is nearest to a position: itself when it lies in it. */
  public Nearest nearest(Position position) {
    return contains(position) ? new Nearest(0, position) : nearestOnLine(position);
  }

  /** Whether a position lies in the ground and so many metres from its lines at least. */
  public boolean holds(Position position, double clearanceMetres) {
    return contains(position)
        && (clearanceMetres == 0 || distanceToLineMetres(position) >= clearanceMetres);
  }

  /** Metres from a position to the nearest of its lines, those of holes too. */
  public double distanceToLineMetres(Position position) {
    return nearestOnLine(position).metres();
  }

  private Nearest nearestOnLine(Position position) {
    Nearest nearest = outer.nearestOnLine(position);
    for (Ring hole : holes) {
      nearest = nearest.or(hole.nearestOnLine(position));
    }
    return nearest;
  }
}
