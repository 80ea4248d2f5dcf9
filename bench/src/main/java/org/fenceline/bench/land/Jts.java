package org.fenceline.bench.land;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.fenceline.core.land.geodesy.Position;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.SpatialIndex;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.index.strtree.STRtree;

/** The nearest hazard by JTS: as one would write it, or tuned. */
final class Jts {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double METRES_A_DEGREE = 111_000;
  private static final double FIRST_REACH_METRES = 500;
  private static final double FARTHEST_METRES = 10_000_000;

  private final List<Polygon> polygons = new ArrayList<>();
  private final List<PreparedGeometry> prepared = new ArrayList<>();
  private final SpatialIndex tree;
  private final boolean isTuned;

  private Jts(List<double[][]> rings, SpatialIndex tree, boolean isTuned) {
    this.tree = tree;
    this.isTuned = isTuned;
    for (double[][] ring : rings) {
      Coordinate[] corners = new Coordinate[ring.length + 1];
      for (int k = 0; k < ring.length; k++) {
        corners[k] = new Coordinate(ring[k][0], ring[k][1]);
      }
      corners[ring.length] = corners[0];
      Polygon polygon = FACTORY.createPolygon(corners);
      tree.insert(polygon.getEnvelopeInternal(), polygons.size());
      polygons.add(polygon);
      if (isTuned) {
        PreparedGeometry ready = PreparedGeometryFactory.prepare(polygon);
        // It makes its own index at the first question.
        ready.covers(FACTORY.createPoint(corners[0]));
        prepared.add(ready);
      }
    }
    tree.query(new Envelope(0, 0, 0, 0));
  }

  /** An STRtree, and geodesics to every edge of whatever is near. */
  static Jts plain(List<double[][]> rings) {
    return new Jts(rings, new STRtree(), false);
  }

  /** An HPRtree, prepared geometries, and one geodesic to the nearest point on a local plane. */
  static Jts tuned(List<double[][]> rings) {
    return new Jts(rings, new HPRtree(), true);
  }

  /** Metres to the nearest hazard; 0 from within. */
  double metres(Position position) {
    Coordinate at = new Coordinate(position.longitude(), position.latitude());
    Point point = FACTORY.createPoint(at);
    double shrink = Math.cos(Math.toRadians(at.y));
    for (double reach = FIRST_REACH_METRES; ; reach *= 2) {
      double north = reach / METRES_A_DEGREE;
      double east = north / shrink;
      double best = Double.POSITIVE_INFINITY;
      List<?> near = tree.query(new Envelope(at.x - east, at.x + east, at.y - north, at.y + north));
      for (Object number : near) {
        best = Math.min(best, metres((Integer) number, at, point, shrink, best));
      }
      if (best <= reach || reach > FARTHEST_METRES) {
        return best;
      }
    }
  }

  private double metres(int number, Coordinate at, Point point, double shrink, double best) {
    Polygon polygon = polygons.get(number);
    if (!isTuned) {
      return polygon.covers(point) ? 0 : toEveryEdge(polygon, at, shrink);
    }
    Envelope box = polygon.getEnvelopeInternal();
    if (box.covers(at) && prepared.get(number).covers(point)) {
      return 0;
    }
    double east = Math.max(0, Math.max(box.getMinX() - at.x, at.x - box.getMaxX())) * shrink;
    double north = Math.max(0, Math.max(box.getMinY() - at.y, at.y - box.getMaxY()));
    return 0.99 * METRES_A_DEGREE * Math.hypot(east, north) > best
        ? Double.POSITIVE_INFINITY
        : toNearestEdge(polygon, at, shrink);
  }

  private static double toEveryEdge(Polygon polygon, Coordinate at, double shrink) {
    CoordinateSequence line = polygon.getExteriorRing().getCoordinateSequence();
    double best = Double.POSITIVE_INFINITY;
    for (int i = 1; i < line.size(); i++) {
      double part = part(line, i, at, shrink);
      best = Math.min(best, geodesic(line, i, part, at));
    }
    return best;
  }

  private static double toNearestEdge(Polygon polygon, Coordinate at, double shrink) {
    CoordinateSequence line = polygon.getExteriorRing().getCoordinateSequence();
    double best = Double.POSITIVE_INFINITY;
    double bestPart = 0;
    int bestEdge = 1;
    for (int i = 1; i < line.size(); i++) {
      double part = part(line, i, at, shrink);
      double east = (x(line, i, part) - at.x) * shrink;
      double north = y(line, i, part) - at.y;
      double squared = east * east + north * north;
      if (squared < best) {
        best = squared;
        bestPart = part;
        bestEdge = i;
      }
    }
    return geodesic(line, bestEdge, bestPart, at);
  }

  private static double part(CoordinateSequence line, int edge, Coordinate at, double shrink) {
    double east = (line.getX(edge - 1) - at.x) * shrink;
    double north = line.getY(edge - 1) - at.y;
    double alongEast = (line.getX(edge) - line.getX(edge - 1)) * shrink;
    double alongNorth = line.getY(edge) - line.getY(edge - 1);
    double squared = alongEast * alongEast + alongNorth * alongNorth;
    return squared == 0 ? 0 : Math.clamp(-(east * alongEast + north * alongNorth) / squared, 0, 1);
  }

  private static double x(CoordinateSequence line, int edge, double part) {
    return line.getX(edge - 1) + part * (line.getX(edge) - line.getX(edge - 1));
  }

  private static double y(CoordinateSequence line, int edge, double part) {
    return line.getY(edge - 1) + part * (line.getY(edge) - line.getY(edge - 1));
  }

  private static double geodesic(CoordinateSequence line, int edge, double part, Coordinate at) {
    return Geodesic.WGS84.Inverse(
            at.y, at.x, y(line, edge, part), x(line, edge, part), GeodesicMask.DISTANCE)
        .s12;
  }
}
