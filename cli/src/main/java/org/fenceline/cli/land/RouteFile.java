package org.fenceline.cli.land;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.gpx.GpxFile;

/** The ways of a GPX file: its tracks and routes, each by itself. */
final class RouteFile {
  private RouteFile() {}

  /**
   * Reads a file.
   *
   * @throws MalformedInput when a point of a way cannot be read, or there is no way in it: a way
   *     with a hole in it would be judged too well
   */
  static List<List<Position>> read(Path file) throws MalformedInput {
    List<List<Position>> ways = new ArrayList<>();
    new GpxFile(file).read(feature -> take(feature, ways));
    if (ways.isEmpty()) {
      throw new MalformedInput(
          new Problem(
              "check.no-way",
              Place.UNKNOWN,
              "there is no track or route in it",
              "save the way as a track, not as waypoints"));
    }
    return ways;
  }

  private static void take(Feature feature, List<List<Position>> ways) throws MalformedInput {
    if (!feature.problems().isEmpty()) {
      throw new MalformedInput(feature.problems());
    }
    if (feature.shape().isPresent() && isWay(feature.shape().get())) {
      for (List<List<Drawn.Corner>> part : feature.shape().get().parts()) {
        List<Position> way = new ArrayList<>();
        for (Drawn.Corner corner : part.getFirst()) {
          way.add(position(feature, corner));
        }
        ways.add(way);
      }
    }
  }

  private static boolean isWay(Drawn shape) {
    return shape.type() == Geometry.Type.LINESTRING
        || shape.type() == Geometry.Type.MULTILINESTRING;
  }

  private static Position position(Feature feature, Drawn.Corner corner) throws MalformedInput {
    try {
      return Position.ofDegrees(corner.x(), corner.y());
    } catch (IllegalArgumentException e) {
      throw new MalformedInput(
          feature.spot().problem("import.place", "", String.valueOf(e.getMessage()), ""));
    }
  }
}
