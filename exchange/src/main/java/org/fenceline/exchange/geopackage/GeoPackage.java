package org.fenceline.exchange.geopackage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.feature.FeatureFile;
import org.fenceline.exchange.feature.FileBytes;
import org.fenceline.store.foreign.ForeignFile;

/** A GeoPackage; each of its tables is a layer. */
public final class GeoPackage implements FeatureFile {
  private final Path path;
  private final List<String> guesses = new ArrayList<>();

  /** A table's column of shapes and the system they are in. */
  private record Shapes(String column, Optional<String> crs) {}

  public GeoPackage(Path path) {
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
    guesses.clear();
    try (ForeignFile file = ForeignFile.open(path)) {
      Map<Long, String> systems = systems(file);
      Map<String, Shapes> shapes = shapes(file, systems);
      for (Map.Entry<String, String> table : tables(file).entrySet()) {
        switch (table.getValue()) {
          case "features", "attributes" ->
              read(file, table.getKey(), Optional.ofNullable(shapes.get(table.getKey())), taker);
          default ->
              guesses.add("not read: " + table.getKey() + ", a table of " + table.getValue());
        }
      }
    } catch (ForeignFile.Unreadable e) {
      throw FileBytes.damaged("cannot be read: " + e.getMessage());
    }
  }

  private static SequencedMap<String, String> tables(ForeignFile file)
      throws ForeignFile.Unreadable {
    SequencedMap<String, String> tables = new LinkedHashMap<>();
    file.read(
        "gpkg_contents", (_, row) -> tables.put(text(row, "table_name"), text(row, "data_type")));
    return tables;
  }

  private static Map<Long, String> systems(ForeignFile file) throws ForeignFile.Unreadable {
    Map<Long, String> systems = new HashMap<>();
    file.read(
        "gpkg_spatial_ref_sys",
        (_, row) -> {
          if (text(row, "organization").equalsIgnoreCase("EPSG")) {
            systems.put(number(row, "srs_id"), "EPSG:" + text(row, "organization_coordsys_id"));
          }
        });
    return systems;
  }

  private static Map<String, Shapes> shapes(ForeignFile file, Map<Long, String> systems)
      throws ForeignFile.Unreadable {
    Map<String, Shapes> shapes = new HashMap<>();
    if (file.hasTable("gpkg_geometry_columns")) {
      file.read(
          "gpkg_geometry_columns",
          (_, row) ->
              shapes.put(
                  text(row, "table_name"),
                  new Shapes(
                      text(row, "column_name"),
                      Optional.ofNullable(systems.get(number(row, "srs_id"))))));
    }
    return shapes;
  }

  private static String text(SequencedMap<String, Object> row, String column) {
    return String.valueOf(row.getOrDefault(column, ""));
  }

  private static long number(SequencedMap<String, Object> row, String column) {
    return row.get(column) instanceof Long number ? number : Long.MIN_VALUE;
  }

  private static void read(
      ForeignFile file, String table, Optional<Shapes> shapes, FeatureTaker taker)
      throws ForeignFile.Unreadable, MalformedInput {
    file.read(
        table,
        (number, row) -> {
          Feature.Spot spot = new Feature.Spot(table, 0, "row " + number);
          List<Problem> problems = new ArrayList<>();
          Optional<Drawn> shape = Optional.empty();
          SequencedMap<String, String> texts = new LinkedHashMap<>();
          for (Map.Entry<String, Object> cell : row.entrySet()) {
            if (shapes.filter(s -> s.column().equals(cell.getKey())).isPresent()) {
              shape = shape(spot, cell.getValue(), problems);
            } else {
              texts.put(cell.getKey(), text(cell.getValue()));
            }
          }
          taker.take(new Feature(spot, shape, shapes.flatMap(Shapes::crs), texts, problems));
        });
  }

  private static String text(Object cell) {
    return cell instanceof byte[] bytes ? "(" + bytes.length + " bytes)" : cell.toString();
  }

  private static Optional<Drawn> shape(Feature.Spot spot, Object cell, List<Problem> problems) {
    try {
      if (cell instanceof byte[] bytes) {
        return GeometryBlob.read(bytes);
      }
      throw new IllegalArgumentException("the shape is no GeoPackage binary");
    } catch (IllegalArgumentException e) {
      problems.add(spot.problem("import.shape", "", String.valueOf(e.getMessage()), ""));
      return Optional.empty();
    }
  }
}
