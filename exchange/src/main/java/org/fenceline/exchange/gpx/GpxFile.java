package org.fenceline.exchange.gpx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Drawn.Corner;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.feature.FeatureFile;
import org.fenceline.exchange.feature.FileBytes;
import org.fenceline.exchange.xml.XmlElement;
import org.fenceline.exchange.xml.XmlFile;

/** A GPX file. */
public final class GpxFile implements FeatureFile {
  private final Path path;

  public GpxFile(Path path) {
    this.path = path;
  }

  @Override
  public List<Path> parts() {
    return List.of(path);
  }

  @Override
  public List<String> guesses() {
    return List.of();
  }

  @Override
  public void read(FeatureTaker taker) throws MalformedInput {
    XmlFile.read(FileBytes.of(path), new Wanted(taker));
  }

  /** Waypoints, routes and tracks. */
  private static final class Wanted implements XmlFile.Taker {
    private final FeatureTaker taker;
    private int count;

    Wanted(FeatureTaker taker) {
      this.taker = taker;
    }

    @Override
    public boolean wants(String name) {
      return switch (name) {
        case "wpt", "rte", "trk", "metadata", "extensions" -> true;
        default -> false;
      };
    }

    @Override
    public void begin(String name) throws MalformedInput {
      if (name.equals("kml")) {
        throw FileBytes.damaged("is KML, not GPX");
      }
    }

    @Override
    public void end(String name) {
      // Nothing is put together of what is not wanted.
    }

    @Override
    public void element(XmlElement element) throws MalformedInput {
      switch (element.name()) {
        case "wpt" -> take(element, "waypoints", List.of(List.of(element)));
        case "rte" -> take(element, "routes", List.of(element.all("rtept").toList()));
        case "trk" ->
            take(
                element,
                "tracks",
                element.all("trkseg").map(segment -> segment.all("trkpt").toList()).toList());
        default -> {
          // About the file.
        }
      }
    }

    private void take(XmlElement element, String layer, List<List<XmlElement>> lines)
        throws MalformedInput {
      Feature.Spot spot =
          new Feature.Spot(layer, element.line(), element.name() + "[" + count++ + "]");
      List<Problem> problems = new ArrayList<>();
      List<List<List<Corner>>> parts = new ArrayList<>();
      for (List<XmlElement> line : lines) {
        List<Corner> corners = new ArrayList<>();
        for (XmlElement point : line) {
          corner(spot, point, problems).ifPresent(corners::add);
        }
        if (!corners.isEmpty()) {
          parts.add(List.of(corners));
        }
      }
      taker.take(
          new Feature(
              spot, drawn(layer, parts), Optional.of("EPSG:4326"), texts(element), problems));
    }

    private static Optional<Drawn> drawn(String layer, List<List<List<Corner>>> parts) {
      if (parts.isEmpty()) {
        return Optional.empty();
      }
      if (layer.equals("waypoints")) {
        return Optional.of(Drawn.point(parts.getFirst().getFirst().getFirst()));
      }
      return Optional.of(
          new Drawn(
              parts.size() == 1 ? Geometry.Type.LINESTRING : Geometry.Type.MULTILINESTRING, parts));
    }

    private static Optional<Corner> corner(
        Feature.Spot spot, XmlElement point, List<Problem> problems) {
      try {
        return Optional.of(
            new Corner(
                Drawn.ordinate(point.attribute("lon").orElse("")),
                Drawn.ordinate(point.attribute("lat").orElse(""))));
      } catch (IllegalArgumentException e) {
        problems.add(
            new Feature.Spot(spot.layer(), point.line(), spot.name())
                .problem("import.shape", point.name(), String.valueOf(e.getMessage()), ""));
        return Optional.empty();
      }
    }

    private static SequencedMap<String, String> texts(XmlElement element) {
      SequencedMap<String, String> texts = new LinkedHashMap<>();
      element.children().stream()
          .filter(child -> child.children().isEmpty() && !child.text().isBlank())
          .forEach(child -> texts.put(child.name(), child.text()));
      return texts;
    }
  }
}
