package org.fenceline.core.land.place;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.Accident;
import org.fenceline.core.entry.body.AreaOfConcern;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.DeviceFound;
import org.fenceline.core.entry.body.FindReport;
import org.fenceline.core.entry.body.HazardousArea;
import org.fenceline.core.entry.body.LandRelease;
import org.fenceline.core.entry.body.LocatedPoint;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.body.RiskEducation;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Geometry.Coordinate;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Ring;
import org.fenceline.core.land.geodesy.Segment;

/** Reads geometries of entries. */
public final class Places {
  private Places() {}

  /** A corner to the billionth of a degree, 0.1 mm; finer digits are no measurement. */
  public static Position position(Coordinate coordinate) {
    return Position.ofDegrees(coordinate.longitude(), coordinate.latitude());
  }

  /** A geometry on the earth. */
  public static Footprint footprint(Geometry geometry) {
    return switch (geometry.type()) {
      case POINT, MULTIPOINT ->
          new Footprint(
              List.of(),
              List.of(),
              geometry.parts().stream().map(part -> position(part.getFirst().getFirst())).toList());
      case LINESTRING, MULTILINESTRING ->
          new Footprint(
              List.of(),
              geometry.parts().stream().flatMap(part -> line(part.getFirst()).stream()).toList(),
              // A line of one corner has no edge, and is a place all the same.
              geometry.parts().stream()
                  .filter(part -> part.getFirst().size() == 1)
                  .map(part -> position(part.getFirst().getFirst()))
                  .toList());
      case POLYGON, MULTIPOLYGON -> Footprint.of(areas(geometry));
    };
  }

  /** The areas of a geometry; none of lines and places. */
  public static List<Perimeter> areas(Geometry geometry) {
    return geometry.isArea()
        ? geometry.parts().stream().map(Places::perimeter).toList()
        : List.of();
  }

  /** The ground of a released part; none when only its size is known. */
  public static List<Perimeter> areas(LandRelease.Part part) {
    return part.place().map(Places::areas).orElse(List.of());
  }

  /** The ground of all parts of a release. */
  public static List<Perimeter> areas(LandRelease release) {
    return release.parts().stream().flatMap(part -> areas(part).stream()).toList();
  }

  private static Perimeter perimeter(List<List<Coordinate>> rings) {
    List<Ring> all = rings.stream().map(Places::ring).toList();
    return new Perimeter(all.getFirst(), all.subList(1, all.size()));
  }

  private static Ring ring(List<Coordinate> drawn) {
    return new Ring(drawn.stream().map(Places::position).toList());
  }

  private static List<Segment> line(List<Coordinate> coordinates) {
    List<Segment> edges = new ArrayList<>();
    for (int i = 1; i < coordinates.size(); i++) {
      edges.add(new Segment(position(coordinates.get(i - 1)), position(coordinates.get(i))));
    }
    return edges;
  }

  /**
   * Where a record says that it is dangerous, or may be: a minefield within its perimeter and,
   * where it has none, at all of its points.
   */
  public static Footprint of(Body body) {
    return switch (body) {
      case MinefieldRecord field -> field(field);
      case HazardousArea area -> of(area.place());
      case AreaOfConcern area -> footprint(area.place());
      case DeviceFound device -> of(device.place());
      case Accident accident -> of(accident.place());
      case FindReport report -> of(report.place());
      default -> Footprint.NOWHERE;
    };
  }

  /** Every position that a record names, dangerous or not. */
  public static List<Position> everyPosition(Body body) {
    List<Geometry> places = new ArrayList<>();
    switch (body) {
      case MinefieldRecord field -> {
        field.perimeter().ifPresent(places::add);
        field.referencePoints().forEach(point -> places.add(point.place()));
        field.turningPoints().forEach(point -> places.add(point.place()));
      }
      case LandRelease release ->
          release.parts().forEach(part -> part.place().ifPresent(places::add));
      case RiskEducation session -> session.place().ifPresent(places::add);
      default -> {
        return of(body).corners();
      }
    }
    return places.stream().flatMap(place -> footprint(place).corners().stream()).toList();
  }

  private static Footprint of(Optional<Geometry> place) {
    return place.map(Places::footprint).orElse(Footprint.NOWHERE);
  }

  private static Footprint field(MinefieldRecord field) {
    if (field.perimeter().isPresent()) {
      return footprint(field.perimeter().get());
    }
    List<Position> points = new ArrayList<>();
    for (LocatedPoint point : field.turningPoints()) {
      points.add(position(point.place().place()));
    }
    return points.isEmpty()
        ? Footprint.NOWHERE
        : new Footprint(List.of(Perimeter.of(Ring.through(points))), List.of(), points);
  }

  /** How far off a record's place may be, in metres; 0 where it does not say. */
  public static double accuracyMetres(Body body) {
    Optional<BigDecimal> said =
        switch (body) {
          case MinefieldRecord field -> field.accuracyMetres();
          case HazardousArea area -> area.accuracyMetres();
          case DeviceFound device -> device.accuracyMetres();
          case Accident accident -> accident.accuracyMetres();
          case FindReport report -> report.accuracyMetres();
          default -> Optional.empty();
        };
    return said.map(BigDecimal::doubleValue).orElse(0.0);
  }
}
