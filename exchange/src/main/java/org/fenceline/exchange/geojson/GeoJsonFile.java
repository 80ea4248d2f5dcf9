package org.fenceline.exchange.geojson;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.feature.FeatureFile;
import org.fenceline.exchange.feature.FileBytes;

/** A GeoJSON file, read in a stream: no more than one feature is held. */
public final class GeoJsonFile implements FeatureFile {

  /** Deepest nesting; a multipolygon in a collection needs ten levels. */
  public static final int MAX_DEPTH = 64;

  private static final Pattern EPSG = Pattern.compile("(?i).*\\bEPSG:(?:[\\d.]*:)?(\\d{4,6})");
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(100)
                  .maxStringLength(Feature.LONGEST_TEXT)
                  .build())
          .build();

  private final Path path;

  public GeoJsonFile(Path path) {
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
    byte[] bytes = FileBytes.of(path);
    try {
      Head head = new Head();
      try (JsonParser parser = FACTORY.createParser(bytes)) {
        head.read(parser);
      }
      try (JsonParser parser = FACTORY.createParser(bytes)) {
        new Body(parser, taker, head.crs).read(head.type);
      }
    } catch (StreamConstraintsException e) {
      throw new MalformedInput(
          new Problem(
              "import.limit",
              Place.ofLine(line(e)),
              "beyond a limit: " + e.getOriginalMessage(),
              "no geographic file needs as much; take another copy"));
    } catch (JacksonException e) {
      throw new MalformedInput(
          new Problem(
              "json.syntax",
              Place.ofLine(line(e)),
              "not JSON: " + e.getOriginalMessage(),
              "take another copy of the file; GeoJSON is UTF-8"));
    } catch (IOException e) {
      // Characters that are not of the encoding are no error of the parser's own kind.
      throw new MalformedInput(
          new Problem("input.encoding", Place.UNKNOWN, "is not UTF-8 text", "save it as UTF-8"));
    }
  }

  private static int line(JacksonException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
  }

  private static MalformedInput notGeoJson(String message) {
    return new MalformedInput(
        new Problem(
            "import.format",
            Place.ofLine(1),
            message,
            "a GeoJSON file is a FeatureCollection or a Feature"));
  }

  /** The members of the outermost object, which may stand in any order. */
  private static final class Head {
    private String type = "";
    private Optional<String> crs = Optional.of("EPSG:4326");

    void read(JsonParser parser) throws IOException, MalformedInput {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw notGeoJson("is no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("type") && parser.currentToken() == JsonToken.VALUE_STRING) {
          type = parser.getText();
        } else if (name.equals("crs") && parser.currentToken() == JsonToken.START_OBJECT) {
          crs = crs(copied(parser));
        } else {
          parser.skipChildren();
        }
      }
      if (!type.equals("FeatureCollection") && !type.equals("Feature")) {
        throw notGeoJson("its type is \"" + type + "\"");
      }
      if (parser.nextToken() != null) {
        throw notGeoJson("more follows after the object");
      }
    }

    private static Optional<String> crs(String member) {
      if (member.contains("CRS84")) {
        return Optional.of("EPSG:4326");
      }
      Matcher code = EPSG.matcher(member.replaceAll("[\"{}\\s]+", " ").strip());
      return code.matches() ? Optional.of("EPSG:" + code.group(1)) : Optional.empty();
    }
  }

  private static String copied(JsonParser parser) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      generator.copyCurrentStructure(parser);
    }
    return text.toString();
  }

  /** The features. */
  private static final class Body {
    private final JsonParser parser;
    private final FeatureTaker taker;
    private final Optional<String> crs;
    private int count;

    Body(JsonParser parser, FeatureTaker taker, Optional<String> crs) {
      this.parser = parser;
      this.taker = taker;
      this.crs = crs;
    }

    void read(String type) throws IOException, MalformedInput {
      parser.nextToken();
      if (type.equals("Feature")) {
        feature("feature");
        return;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean features = parser.currentName().equals("features");
        if (parser.nextToken() != JsonToken.START_ARRAY || !features) {
          parser.skipChildren();
          continue;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (count >= Feature.MOST) {
            throw FileBytes.limit("has more than " + Feature.MOST + " features", "split it");
          }
          feature("features[" + count++ + "]");
        }
      }
    }

    private void feature(String name) throws IOException, MalformedInput {
      Feature.Spot spot = new Feature.Spot("", parser.currentTokenLocation().getLineNr(), name);
      List<Problem> problems = new ArrayList<>();
      SequencedMap<String, String> texts = new LinkedHashMap<>();
      Optional<Drawn> shape = Optional.empty();
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        problems.add(spot.problem("import.shape", "", "is no feature", "write a Feature"));
        parser.skipChildren();
      } else {
        Optional<String> id = Optional.empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String member = parser.currentName();
          JsonToken value = parser.nextToken();
          if (member.equals("properties") && value == JsonToken.START_OBJECT) {
            properties(texts);
          } else if (member.equals("geometry") && value == JsonToken.START_OBJECT) {
            shape = geometry(spot, problems);
          } else if (member.equals("id") && value.isScalarValue()) {
            id = Optional.of(parser.getText());
          } else {
            parser.skipChildren();
          }
        }
        id.ifPresent(own -> texts.putIfAbsent("id", own));
      }
      taker.take(new Feature(spot, shape, crs, texts, problems));
    }

    private void properties(SequencedMap<String, String> texts) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value.isStructStart()) {
          texts.put(name, copied(parser));
        } else if (value != JsonToken.VALUE_NULL) {
          texts.put(name, parser.getText());
        }
      }
    }

    private Optional<Drawn> geometry(Feature.Spot spot, List<Problem> problems) throws IOException {
      String type = "";
      Object coordinates = List.of();
      boolean collection = false;
      String broken = "";
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String member = parser.currentName();
        JsonToken value = parser.nextToken();
        if (member.equals("type")) {
          type = value == JsonToken.VALUE_STRING ? parser.getText() : "";
          parser.skipChildren();
        } else if (member.equals("coordinates") && value == JsonToken.START_ARRAY) {
          List<String> wrong = new ArrayList<>();
          coordinates = numbers(wrong);
          broken = wrong.isEmpty() ? "" : wrong.getFirst();
        } else if (member.equals("geometries") && value == JsonToken.START_ARRAY) {
          collection = !copied(parser).equals("[]");
        } else {
          parser.skipChildren();
        }
      }
      try {
        if (!broken.isEmpty()) {
          throw new IllegalArgumentException(broken);
        }
        if (collection) {
          throw new IllegalArgumentException(
              "a GeometryCollection mixes places, lines and areas; give each a feature of its own");
        }
        return Coordinates.drawn(type, coordinates);
      } catch (IllegalArgumentException e) {
        problems.add(spot.problem("import.shape", "geometry", String.valueOf(e.getMessage()), ""));
        return Optional.empty();
      }
    }

    /** Lists within lists of numbers; the parser's limit holds their depth. */
    private List<Object> numbers(List<String> wrong) throws IOException {
      List<Object> items = new ArrayList<>();
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          items.add(numbers(wrong));
          continue;
        }
        try {
          if (token == null || !token.isNumeric()) {
            throw new IllegalArgumentException(
                "\"" + parser.getText() + "\" stands among the coordinates");
          }
          items.add(Drawn.ordinate(parser.getText()));
        } catch (IllegalArgumentException e) {
          wrong.add(String.valueOf(e.getMessage()));
          parser.skipChildren();
        }
      }
      return items;
    }
  }
}
