package org.fenceline.exchange.kml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Drawn.Corner;
import org.fenceline.exchange.xml.XmlElement;

/** Shapes of placemarks; several of one kind are one of many. */
final class KmlShapes {
  private final List<List<List<Corner>>> points = new ArrayList<>();
  private final List<List<List<Corner>>> lines = new ArrayList<>();
  private final List<List<List<Corner>>> areas = new ArrayList<>();

  private KmlShapes() {}

  /**
   * The shape of a placemark; empty when it has none.
   *
   * @throws IllegalArgumentException when it cannot be read
   */
  static Optional<Drawn> of(XmlElement placemark) {
    KmlShapes shapes = new KmlShapes();
    placemark.children().forEach(shapes::add);
    long kinds =
        Stream.of(shapes.points, shapes.lines, shapes.areas).filter(s -> !s.isEmpty()).count();
    if (kinds > 1) {
      throw new IllegalArgumentException(
          "a MultiGeometry mixes places, lines and areas; give each a placemark of its own");
    }
    return drawn(shapes.points, Geometry.Type.POINT, Geometry.Type.MULTIPOINT)
        .or(() -> drawn(shapes.lines, Geometry.Type.LINESTRING, Geometry.Type.MULTILINESTRING))
        .or(() -> drawn(shapes.areas, Geometry.Type.POLYGON, Geometry.Type.MULTIPOLYGON));
  }

  private static Optional<Drawn> drawn(
      List<List<List<Corner>>> parts, Geometry.Type one, Geometry.Type many) {
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Drawn(parts.size() == 1 ? one : many, parts));
  }

  private void add(XmlElement element) {
    switch (element.name()) {
      case "MultiGeometry" -> element.children().forEach(this::add);
      case "Point" -> corners(element).forEach(corner -> points.add(List.of(List.of(corner))));
      case "LineString", "LinearRing" -> addFilled(lines, List.of(corners(element)));
      case "Polygon" ->
          addFilled(
              areas,
              Stream.concat(element.all("outerBoundaryIs"), element.all("innerBoundaryIs"))
                  .flatMap(bound -> bound.all("LinearRing"))
                  .map(KmlShapes::corners)
                  .toList());
      case "Track", "MultiTrack", "Model" ->
          throw new IllegalArgumentException("a " + element.name() + " is not read");
      default -> {
        // No shape.
      }
    }
  }

  private static void addFilled(List<List<List<Corner>>> parts, List<List<Corner>> lists) {
    List<List<Corner>> filled = lists.stream().filter(list -> !list.isEmpty()).toList();
    if (!filled.isEmpty()) {
      parts.add(filled);
    }
  }

  private static List<Corner> corners(XmlElement shape) {
    String text = shape.first("coordinates").map(XmlElement::text).orElse("").strip();
    if (text.isEmpty()) {
      return List.of();
    }
    List<Corner> corners = new ArrayList<>();
    for (String tuple : text.split("\\s+")) {
      String[] numbers = tuple.split(",");
      if (numbers.length < 2 || numbers.length > 3) {
        throw new IllegalArgumentException(
            "\"" + tuple + "\" is no longitude,latitude[,height] without spaces");
      }
      corners.add(new Corner(Drawn.ordinate(numbers[0]), Drawn.ordinate(numbers[1])));
    }
    return corners;
  }
}
