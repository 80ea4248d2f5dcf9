package org.fenceline.exchange.geojson;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Drawn.Corner;

/** Nested lists of numbers as shapes (RFC 7946, 3.1). */
final class Coordinates {
  private Coordinates() {}

  /**
   * The shape; empty when its lists hold nothing.
   *
   * @throws IllegalArgumentException when lists and type do not fit
   */
  static Optional<Drawn> drawn(String type, Object coordinates) {
    Geometry.Type found =
        switch (type) {
          case "Point" -> Geometry.Type.POINT;
          case "MultiPoint" -> Geometry.Type.MULTIPOINT;
          case "LineString" -> Geometry.Type.LINESTRING;
          case "MultiLineString" -> Geometry.Type.MULTILINESTRING;
          case "Polygon" -> Geometry.Type.POLYGON;
          case "MultiPolygon" -> Geometry.Type.MULTIPOLYGON;
          case "GeometryCollection" -> Geometry.Type.MULTIPOINT;
          default ->
              throw new IllegalArgumentException("\"" + type + "\" is no geometry of GeoJSON");
        };
    List<?> list = list(coordinates);
    if (list.isEmpty()) {
      return Optional.empty();
    }
    List<List<List<Corner>>> parts =
        switch (found) {
          case POINT -> List.of(List.of(List.of(corner(list))));
          case LINESTRING -> List.of(List.of(corners(list)));
          case MULTIPOINT -> list.stream().map(c -> List.of(List.of(corner(c)))).toList();
          case MULTILINESTRING ->
              list.stream().filter(Coordinates::isFilled).map(c -> List.of(corners(c))).toList();
          case POLYGON -> List.of(rings(list));
          case MULTIPOLYGON ->
              list.stream().filter(Coordinates::isFilled).map(Coordinates::rings).toList();
        };
    parts = parts.stream().filter(part -> !part.isEmpty()).toList();
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Drawn(found, parts));
  }

  private static List<List<Corner>> rings(Object polygon) {
    return list(polygon).stream().filter(Coordinates::isFilled).map(Coordinates::corners).toList();
  }

  private static boolean isFilled(Object item) {
    return !list(item).isEmpty();
  }

  private static List<Corner> corners(Object line) {
    return list(line).stream().map(Coordinates::corner).toList();
  }

  private static Corner corner(Object position) {
    List<?> numbers = list(position);
    if (numbers.size() < 2
        || !(numbers.get(0) instanceof BigDecimal x)
        || !(numbers.get(1) instanceof BigDecimal y)) {
      throw new IllegalArgumentException("a position is [longitude, latitude]");
    }
    return new Corner(x, y);
  }

  private static List<?> list(Object item) {
    if (item instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("coordinates are not nested as deep as their type asks");
  }
}
