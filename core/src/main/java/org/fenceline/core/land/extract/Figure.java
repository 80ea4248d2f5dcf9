package org.fenceline.core.land.extract;

import java.util.List;
import java.util.stream.Collectors;
import org.fenceline.core.entry.json.CanonicalJson;
import org.fenceline.core.entry.value.Geometry;

/**
 * A shape in the numbers that binary files hold. One part and several are told alike, because many
 * programs turn a polygon into a multipolygon of one; heights are no part of it.
 *
 * @param kind what it is made of
 * @param parts parts, each of lists of corners; of areas the first ring bounds it
 */
public record Figure(Kind kind, List<List<List<Corner>>> parts) {

  /** Stands for a shape that cannot be read: like no other, and like nothing as well. */
  public static final Figure UNREADABLE = new Figure(Kind.MULTIPOINT, List.of());

  /** What figures are made of. */
  public enum Kind {
    MULTIPOINT,
    MULTILINESTRING,
    MULTIPOLYGON;

    /** The kind of a geometry's type. */
    public static Kind of(Geometry.Type type) {
      return switch (type) {
        case POINT, MULTIPOINT -> MULTIPOINT;
        case LINESTRING, MULTILINESTRING -> MULTILINESTRING;
        case POLYGON, MULTIPOLYGON -> MULTIPOLYGON;
      };
    }
  }

  /**
   * A corner.
   *
   * @param x longitude in degrees
   * @param y latitude in degrees
   */
  public record Corner(double x, double y) {
    String text() {
      return CanonicalJson.number(x) + " " + CanonicalJson.number(y);
    }
  }

  public Figure {
    parts = parts.stream().map(part -> part.stream().map(List::copyOf).toList()).toList();
  }

  /** A geometry to the nearest numbers, its rings closed and as they were drawn. */
  public static Figure of(Geometry geometry) {
    Kind kind = Kind.of(geometry.type());
    return new Figure(
        kind,
        geometry.parts().stream()
            .map(part ->
                part.stream()
                    .map(list ->
                        closed(
                            kind,
                            list.stream()
                                .map(at ->
                                    new Corner(
                                        at.longitude().doubleValue(), at.latitude().doubleValue()))
                                .toList()))
                    .toList())
            .toList());
  }

  private static List<Corner> closed(Kind kind, List<Corner> list) {
    if (kind != Kind.MULTIPOLYGON || (list.size() > 1 && list.getFirst().equals(list.getLast()))) {
      return list;
    }
    return java.util.stream.Stream.concat(
            list.stream(), java.util.stream.Stream.of(list.getFirst()))
        .toList();
  }

  /** All corners. */
  public List<Corner> corners() {
    return parts.stream().flatMap(part -> part.stream().flatMap(List::stream)).toList();
  }

  /** Canonical text, such as {@code MULTIPOLYGON(((21 52,22 52,22 53,21 52)))}. */
  public String text() {
    return parts.stream()
        .map(part ->
            kind == Kind.MULTIPOLYGON
                ? part.stream().map(Figure::list).collect(Collectors.joining(",", "(", ")"))
                : list(part.getFirst()))
        .collect(Collectors.joining(",", kind.name() + "(", ")"));
  }

  private static String list(List<Corner> corners) {
    return corners.stream().map(Corner::text).collect(Collectors.joining(",", "(", ")"));
  }
}
