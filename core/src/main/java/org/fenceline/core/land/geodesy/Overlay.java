package org.fenceline.core.land.geodesy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.Gnomonic;
import net.sf.geographiclib.GnomonicData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * Pieces of ground put together and taken away.
 *
 * <p>(1) All corners are laid on a plane by the gnomonic projection about their middle, on which
 * geodesics are straight. (2) Ground whose rings cross is taken apart into its faces, and every
 * face round which its outer ring winds is kept, so that nothing is ever lost. (3) JTS overlays on
 * the plane, and the result is laid back on the earth, right to 1 mm within 100 km.
 */
public final class Overlay {
  /** What is smaller than this is left by rounding and no ground. */
  private static final double SMALLEST_SQUARE_METRES = 0.01;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Gnomonic projection = new Gnomonic(Geodesic.WGS84);
  private final Position middle;

  private Overlay(Position middle) {
    this.middle = middle;
  }

  /** What is left of ground when other ground is taken away. */
  public static List<Perimeter> difference(List<Perimeter> ground, List<Perimeter> taken) {
    return overlay(ground, taken, OverlayNG.DIFFERENCE);
  }

  /** What two pieces of ground share. */
  public static List<Perimeter> intersection(List<Perimeter> one, List<Perimeter> other) {
    return overlay(one, other, OverlayNG.INTERSECTION);
  }

  /** Ground put together, what overlaps counted once. */
  public static List<Perimeter> union(List<Perimeter> ground) {
    return overlay(ground, List.of(), OverlayNG.UNION);
  }

  private static List<Perimeter> overlay(
      List<Perimeter> one, List<Perimeter> other, int operation) {
    if (one.isEmpty()) {
      return List.of();
    }
    List<Position> corners = new ArrayList<>();
    one.forEach(perimeter -> corners.addAll(perimeter.outer().corners()));
    Overlay overlay = new Overlay(Middle.of(corners));
    Geometry result =
        OverlayNGRobust.overlay(overlay.onPlane(one), overlay.onPlane(other), operation);
    return overlay.onEarth(result);
  }

  private Geometry onPlane(List<Perimeter> ground) {
    Geometry all = FACTORY.createPolygon();
    for (Perimeter perimeter : ground) {
      all = OverlayNGRobust.overlay(all, onPlane(perimeter), OverlayNG.UNION);
    }
    return all;
  }

  private Geometry onPlane(Perimeter perimeter) {
    Optional<LinearRing> shell = ring(perimeter.outer());
    if (shell.isEmpty()) {
      return FACTORY.createPolygon();
    }
    LinearRing[] holes =
        perimeter.holes().stream()
            .map(this::ring)
            .flatMap(Optional::stream)
            .toArray(LinearRing[]::new);
    Polygon polygon = FACTORY.createPolygon(shell.get(), holes);
    return polygon.isValid() ? polygon : faces(perimeter, polygon);
  }

  private Optional<LinearRing> ring(Ring ring) {
    List<Coordinate> coordinates = new ArrayList<>();
    for (Position corner : ring.corners()) {
      Coordinate coordinate = onPlane(corner);
      // Beyond the projection's horizon nothing is near enough to matter here.
      if (!Double.isFinite(coordinate.x) || !Double.isFinite(coordinate.y)) {
        return Optional.empty();
      }
      coordinates.add(coordinate);
    }
    if (coordinates.size() < 3) {
      return Optional.empty();
    }
    coordinates.add(new Coordinate(coordinates.getFirst()));
    return Optional.of(FACTORY.createLinearRing(coordinates.toArray(Coordinate[]::new)));
  }

  private Geometry faces(Perimeter perimeter, Polygon crossing) {
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(
        OverlayNGRobust.overlay(
            crossing.getBoundary(), FACTORY.createLineString(), OverlayNG.UNION));
    Geometry kept = FACTORY.createPolygon();
    Collection<?> faces = polygonizer.getPolygons();
    for (Object face : faces) {
      Polygon polygon = (Polygon) face;
      Coordinate inside = polygon.getInteriorPoint().getCoordinate();
      if (perimeter.contains(onEarth(inside))) {
        kept = OverlayNGRobust.overlay(kept, polygon, OverlayNG.UNION);
      }
    }
    return kept;
  }

  private Coordinate onPlane(Position corner) {
    GnomonicData at =
        projection.Forward(
            middle.latitude(), middle.longitude(), corner.latitude(), corner.longitude());
    return new Coordinate(at.x, at.y);
  }

  private Position onEarth(Coordinate coordinate) {
    GnomonicData at =
        projection.Reverse(middle.latitude(), middle.longitude(), coordinate.x, coordinate.y);
    return Position.ofDegrees(at.lon, at.lat);
  }

  private List<Perimeter> onEarth(Geometry result) {
    List<Perimeter> ground = new ArrayList<>();
    for (Object part : PolygonExtracter.getPolygons(result)) {
      Polygon polygon = (Polygon) part;
      if (polygon.getArea() >= SMALLEST_SQUARE_METRES) {
        List<Ring> holes = new ArrayList<>();
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          holes.add(onEarth(polygon.getInteriorRingN(i)));
        }
        ground.add(new Perimeter(onEarth(polygon.getExteriorRing()), holes));
      }
    }
    return ground;
  }

  private Ring onEarth(LinearRing ring) {
    List<Position> corners = new ArrayList<>();
    Coordinate[] coordinates = ring.getCoordinates();
    for (int i = 0; i < coordinates.length - 1; i++) {
      corners.add(onEarth(coordinates[i]));
    }
    return Ring.through(corners);
  }
}
