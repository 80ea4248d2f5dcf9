package org.fenceline.exchange.kml;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.feature.FeatureFile;
import org.fenceline.exchange.feature.FileBytes;
import org.fenceline.exchange.xml.XmlElement;
import org.fenceline.exchange.xml.XmlFile;
import org.fenceline.exchange.zip.ZipParts;

/** A KML or KMZ file. */
public final class KmlFile implements FeatureFile {
  private static final Optional<String> CRS = Optional.of("EPSG:4326");
  private static final Set<String> NOT_READ =
      Set.of("NetworkLink", "GroundOverlay", "PhotoOverlay", "ScreenOverlay", "Tour");
  private static final Set<String> LOOKS = Set.of("Style", "StyleMap", "Schema", "Region", "name");

  private final Path path;
  private final List<String> guesses = new ArrayList<>();

  public KmlFile(Path path) {
    this.path = path;
  }

  @Override
  public List<Path> parts() {
    return List.of(path);
  }

  @Override
  public List<String> guesses() {
    return List.copyOf(guesses);
  }

  @Override
  public void read(FeatureTaker taker) throws MalformedInput {
    boolean archive = path.toString().toLowerCase(Locale.ROOT).endsWith(".kmz");
    XmlFile.read(archive ? unpacked() : FileBytes.of(path), new Placemarks(taker));
  }

  private byte[] unpacked() throws MalformedInput {
    guesses.clear();
    try (ZipParts parts = ZipParts.open(path)) {
      List<String> documents =
          parts.names().stream()
              .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".kml"))
              .toList();
      if (documents.isEmpty()) {
        throw FileBytes.damaged("holds no .kml");
      }
      if (documents.size() > 1) {
        guesses.add(
            "of its documents the first is read, "
                + documents.getFirst()
                + "; not read: "
                + String.join(", ", documents.subList(1, documents.size())));
      }
      return parts.part(documents.getFirst()).orElseThrow();
    }
  }

  /** Placemarks of a document, by the names of their folders. */
  private static final class Placemarks implements XmlFile.Taker {
    private final FeatureTaker taker;
    private final Deque<String> folders = new ArrayDeque<>();
    private int count;

    Placemarks(FeatureTaker taker) {
      this.taker = taker;
    }

    @Override
    public boolean wants(String name) {
      return name.equals("Placemark") || LOOKS.contains(name) || NOT_READ.contains(name);
    }

    @Override
    public void begin(String name) {
      if (name.equals("Folder")) {
        folders.push("");
      }
    }

    @Override
    public void end(String name) {
      if (name.equals("Folder")) {
        folders.pop();
      }
    }

    @Override
    public void element(XmlElement element) throws MalformedInput {
      String name = element.name();
      if (name.equals("name") && !folders.isEmpty()) {
        folders.pop();
        folders.push(element.text().strip());
      }
      if (LOOKS.contains(name)) {
        return;
      }
      String layer = folders.isEmpty() ? "" : folders.peek();
      Feature.Spot spot =
          new Feature.Spot(layer, element.line(), element.name() + "[" + count++ + "]");
      List<Problem> problems = new ArrayList<>();
      Optional<Drawn> shape = Optional.empty();
      if (NOT_READ.contains(name)) {
        problems.add(
            spot.problem(
                "import.shape",
                "",
                "is a " + name + ", which is not read",
                "fetch or draw what it shows, and import that"));
      } else {
        try {
          shape = KmlShapes.of(element);
        } catch (IllegalArgumentException e) {
          problems.add(spot.problem("import.shape", "", String.valueOf(e.getMessage()), ""));
        }
      }
      taker.take(new Feature(spot, shape, CRS, texts(element), problems));
    }

    private static SequencedMap<String, String> texts(XmlElement placemark) {
      SequencedMap<String, String> texts = new LinkedHashMap<>();
      placemark.attribute("id").ifPresent(id -> texts.put("id", id));
      for (XmlElement child : placemark.children()) {
        switch (child.name()) {
          case "ExtendedData" -> extended(child, texts);
          case "TimeStamp", "TimeSpan" ->
              child.children().forEach(time -> texts.put(time.name(), time.text()));
          case "styleUrl", "visibility", "open" -> {
            // How it looks.
          }
          default -> {
            if (child.children().isEmpty()) {
              texts.put(child.name(), child.text());
            }
          }
        }
      }
      return texts;
    }

    private static void extended(XmlElement data, SequencedMap<String, String> texts) {
      data.all("Data")
          .forEach(one ->
              one.first("value")
                  .ifPresent(
                      value -> texts.put(one.attribute("name").orElse("value"), value.text())));
      data.all("SchemaData")
          .flatMap(schema -> schema.all("SimpleData"))
          .forEach(one -> texts.put(one.attribute("name").orElse("value"), one.text()));
    }
  }
}
