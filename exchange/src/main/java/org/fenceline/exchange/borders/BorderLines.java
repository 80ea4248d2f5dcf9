package org.fenceline.exchange.borders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.JsonReader;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Position;

/**
 * Poland's eastern border as one source draws it, by neighbour.
 *
 * @param source who drew it
 * @param byNeighbour the line with each neighbour, from north to south
 */
public record BorderLines(String source, SequencedMap<String, List<Position>> byNeighbour) {

  /** The State Register of Borders (PRG) of Poland, simplified. */
  public static BorderLines stateRegister() {
    return read("State Register of Borders (PRG), GUGiK", "poland-east.geojson");
  }

  /** Natural Earth at 1:10 million. */
  public static BorderLines naturalEarth() {
    return read("Natural Earth 1:10m", "poland-east-natural-earth.geojson");
  }

  /** Kilometres along the line with a neighbour, geodesic on WGS 84. */
  public double kilometres(String neighbour) {
    List<Position> line = byNeighbour.getOrDefault(neighbour, List.of());
    double metres = 0;
    for (int i = 1; i < line.size(); i++) {
      metres += Geodesics.distanceMetres(line.get(i - 1), line.get(i));
    }
    return metres / 1000;
  }

  private static BorderLines read(String source, String resource) {
    try (InputStream in = BorderLines.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      Json.Obj file = object(JsonReader.readValue(new String(in.readAllBytes(), UTF_8)));
      SequencedMap<String, List<Position>> lines = new LinkedHashMap<>();
      for (Json feature : items(file, "features")) {
        Json.Obj properties = object(object(feature).get("properties").orElseThrow());
        Json.Obj geometry = object(object(feature).get("geometry").orElseThrow());
        lines.put(text(properties, "with"), line(items(geometry, "coordinates")));
      }
      return new BorderLines(source, lines);
    } catch (IOException | MalformedInput e) {
      throw new IllegalStateException(resource + " cannot be read", e);
    }
  }

  private static List<Position> line(List<Json> coordinates) {
    List<Position> line = new ArrayList<>();
    for (Json coordinate : coordinates) {
      List<Json> pair = ((Json.Arr) coordinate).items();
      line.add(Position.ofDegrees(number(pair.get(0)), number(pair.get(1))));
    }
    return line;
  }

  private static BigDecimal number(Json json) {
    return switch (json) {
      case Json.Int whole -> BigDecimal.valueOf(whole.number());
      case Json.Dec decimal -> decimal.number();
      case Json.Str _, Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ ->
          throw new IllegalStateException("a coordinate is a number");
    };
  }

  private static Json.Obj object(Json json) {
    return (Json.Obj) json;
  }

  private static List<Json> items(Json.Obj object, String member) {
    return ((Json.Arr) object.get(member).orElseThrow()).items();
  }

  private static String text(Json.Obj object, String member) {
    return ((Json.Str) object.get(member).orElseThrow()).text();
  }
}
