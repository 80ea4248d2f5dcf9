package org.fenceline.core.land.geodesy;

import java.util.ArrayList;
import java.util.List;

/**
 * Where something is: areas, lines and places together.
 *
 * @param areas pieces of ground
 * @param lines edges of lines
 * @param places single places
 */
public record Footprint(List<Perimeter> areas, List<Segment> lines, List<Position> places) {

  /** Whatever is so near to a place is at it; lengths are right to that. */
  public static final double AT_METRES = Winding.ON_LINE_METRES;

  /** Nothing. */
  public static final Footprint NOWHERE = new Footprint(List.of(), List.of(), List.of());

  public Footprint {
    areas = List.copyOf(areas);
    lines = List.copyOf(lines);
    places = List.copyOf(places);
  }

  /** One place. */
  public static Footprint of(Position place) {
    return new Footprint(List.of(), List.of(), List.of(place));
  }

  /** Pieces of ground. */
  public static Footprint of(List<Perimeter> areas) {
    return new Footprint(areas, List.of(), List.of());
  }

  public boolean isNowhere() {
    return areas.isEmpty() && lines.isEmpty() && places.isEmpty();
  }

  /** Metres from a position to the nearest part of it; infinitely many from nothing. */
  public double distanceMetres(Position position) {
    return nearest(position).metres();
  }

  /** The point of it that is nearest to a position; infinitely far away from nothing. */
  public Nearest nearest(Position position) {
    Nearest nearest = new Nearest(Double.POSITIVE_INFINITY, position);
    for (Perimeter area : areas) {
      nearest = nearest.or(area.nearest(position));
    }
    for (Segment line : lines) {
      nearest = nearest.or(line.nearest(position));
    }
    for (Position place : places) {
      nearest = nearest.or(new Nearest(Geodesics.distanceMetres(position, place), place));
    }
    return nearest;
  }

  /** Whether a position lies in one of its areas, on a line, or at a place. */
  public boolean contains(Position position) {
    return distanceMetres(position) <= AT_METRES;
  }

  /** Square metres of its areas, those that overlap counted more than once. */
  public double areaSquareMetres() {
    return areas.stream().mapToDouble(Perimeter::areaSquareMetres).sum();
  }

  /** All corners, ends and places. */
  public List<Position> corners() {
    List<Position> corners = new ArrayList<>(places);
    lines.forEach(line -> {
      corners.add(line.from());
      corners.add(line.to());
    });
    areas.forEach(area -> {
      corners.addAll(area.outer().corners());
      area.holes().forEach(hole -> corners.addAll(hole.corners()));
    });
    return corners;
  }

  /** A point amid all of it, for telling where it roughly is. */
  public Position middle() {
    return Middle.of(corners());
  }

  /**
   * Metres from its middle within which all of it lies: an edge never bulges out of the circle
   * round the corners by more than a hundredth of its radius.
   */
  public double radiusMetres() {
    Position middle = middle();
    return 1.01
            * corners().stream()
                .mapToDouble(corner -> Geodesics.distanceMetres(middle, corner))
                .max()
                .orElse(0)
        + 1;
  }
}
