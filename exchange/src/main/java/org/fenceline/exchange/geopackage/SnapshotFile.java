package org.fenceline.exchange.geopackage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.fenceline.core.entry.body.SnapshotPublished.Change;
import org.fenceline.core.entry.body.SnapshotPublished.What;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.land.extract.Column;
import org.fenceline.core.land.extract.Figure;
import org.fenceline.core.land.extract.Layer;
import org.fenceline.core.land.extract.RowList;
import org.fenceline.core.land.extract.StoredRow;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.feature.FileBytes;
import org.fenceline.store.foreign.ForeignFile;

/**
 * A snapshot as it lies in a file, whoever wrote it last: the order of columns and tables, numbers
 * of rows, the name of the shape's column, its binary head and its bounds say nothing.
 *
 * @param facts what the table {@code snapshot} says
 * @param proof the tlog-proof in it; empty text when there is none
 * @param list the list of rows in it; empty when there is none that can be read
 * @param rows its rows
 * @param changes what it says to differ from the release before; empty when that cannot be read
 * @param beyond tables and columns that are no part of a snapshot
 */
public record SnapshotFile(
    SequencedMap<String, String> facts,
    String proof,
    Optional<RowList> list,
    List<StoredRow> rows,
    Optional<List<Change>> changes,
    List<String> beyond) {
  private static final Set<String> OWN =
      Set.of(
          SnapshotWriter.FACTS,
          SnapshotWriter.PROOF,
          SnapshotWriter.ROWS,
          SnapshotWriter.CHANGES,
          SnapshotWriter.STYLES);

  public SnapshotFile {
    facts = new LinkedHashMap<>(facts);
    rows = List.copyOf(rows);
    beyond = List.copyOf(beyond);
  }

  /** Whether a file begins as a database of SQLite does. */
  public static boolean isSqlite(Path path) {
    return ForeignFile.isSqlite(path);
  }

  /** Reads a file. */
  public static SnapshotFile read(Path path) throws MalformedInput {
    try (ForeignFile file = ForeignFile.open(path)) {
      return new Reading(file).read();
    } catch (ForeignFile.Unreadable e) {
      throw FileBytes.damaged("cannot be read: " + e.getMessage());
    }
  }

  /** One reading of one file. */
  private static final class Reading {
    private final ForeignFile file;
    private final List<StoredRow> rows = new ArrayList<>();
    private final Set<String> beyond = new TreeSet<>();

    Reading(ForeignFile file) {
      this.file = file;
    }

    SnapshotFile read() throws ForeignFile.Unreadable, MalformedInput {
      if (proof().isEmpty()) {
        // Nothing else of it can be believed.
        return new SnapshotFile(
            new LinkedHashMap<>(), "", Optional.empty(), List.of(), Optional.empty(), List.of());
      }
      Map<String, String> shapes = shapes();
      Set<String> tables = new TreeSet<>();
      file.read("gpkg_contents", (_, row) -> tables.add(text(row, "table_name")));
      for (String table : tables) {
        Optional<Layer> layer = Layer.find(table);
        if (layer.isPresent()) {
          // A view could show anything, and would not be read here.
          if (!file.hasTable(table)) {
            throw FileBytes.damaged("its layer " + table + " is no table");
          }
          layer(layer.get(), shapes.getOrDefault(table, Ddl.SHAPE));
        } else if (!OWN.contains(table)) {
          beyond.add("the table " + table);
        }
      }
      return new SnapshotFile(facts(), proof(), list(), rows, changes(), List.copyOf(beyond));
    }

    /**
     * The column of each layer's shapes, all of them in the one system in which they were written.
     */
    private Map<String, String> shapes() throws ForeignFile.Unreadable, MalformedInput {
      Set<Object> systems = new HashSet<>();
      file.read(
          "gpkg_spatial_ref_sys",
          (_, row) -> {
            if (text(row, "organization").equalsIgnoreCase("EPSG")
                && text(row, "organization_coordsys_id").equals("4326")) {
              systems.add(row.getOrDefault("srs_id", ""));
            }
          });
      Map<String, String> shapes = new HashMap<>();
      file.read(
          "gpkg_geometry_columns",
          (_, row) -> {
            String table = text(row, "table_name");
            if (Layer.find(table).isPresent()) {
              if (!systems.contains(row.getOrDefault("srs_id", ""))) {
                throw FileBytes.damaged(
                    "its layer " + table + " is said to be in another system than EPSG:4326");
              }
              if (shapes.put(table, text(row, "column_name")) != null) {
                throw FileBytes.damaged("its layer " + table + " has two columns of shapes");
              }
            }
          });
      return shapes;
    }

    private void layer(Layer layer, String shapeColumn)
        throws ForeignFile.Unreadable, MalformedInput {
      Set<String> known = new TreeSet<>();
      StoredRow.columns(layer).stream().map(Column::name).forEach(known::add);
      file.read(
          layer.word(),
          (number, row) -> {
            if (rows.size() >= Feature.MOST) {
              throw FileBytes.limit("has more than " + Feature.MOST + " rows", "take another copy");
            }
            SequencedMap<String, Object> values = new LinkedHashMap<>();
            Optional<Figure> figure = Optional.empty();
            String id = "";
            for (Map.Entry<String, Object> cell : row.entrySet()) {
              String column = cell.getKey();
              if (column.equals(shapeColumn)) {
                figure = Optional.of(figure(cell.getValue()));
              } else if (column.equals("id")) {
                id = cell.getValue().toString();
              } else if (known.contains(column)) {
                values.put(column, cell.getValue());
              } else if (!cell.getValue().equals(number)) {
                // A column that numbers the rows is the table's own key.
                beyond.add("the column " + column + " of " + layer.word());
              }
            }
            rows.add(new StoredRow(layer, id, figure, values));
          });
    }

    /**
     * The shape. One that cannot be read, or is said to be empty, is not taken for none: a program
     * that reads more than we do would show it.
     */
    private static Figure figure(Object cell) {
      try {
        return cell instanceof byte[] bytes
            ? GeometryBlob.read(bytes).map(Reading::figure).orElse(Figure.UNREADABLE)
            : Figure.UNREADABLE;
      } catch (IllegalArgumentException _) {
        return Figure.UNREADABLE;
      }
    }

    private static Figure figure(Drawn drawn) {
      return new Figure(
          Figure.Kind.of(drawn.type()),
          drawn.parts().stream()
              .map(part ->
                  part.stream()
                      .map(list ->
                          list.stream()
                              .map(corner ->
                                  new Figure.Corner(
                                      corner.x().doubleValue(), corner.y().doubleValue()))
                              .toList())
                      .toList())
              .toList());
    }

    private SequencedMap<String, String> facts() throws ForeignFile.Unreadable {
      SequencedMap<String, String> facts = new LinkedHashMap<>();
      if (file.hasTable(SnapshotWriter.FACTS)) {
        file.read(
            SnapshotWriter.FACTS, (_, row) -> facts.put(text(row, "name"), text(row, "value")));
      }
      return facts;
    }

    private String proof() throws ForeignFile.Unreadable {
      List<String> proofs = new ArrayList<>();
      if (file.hasTable(SnapshotWriter.PROOF)) {
        file.read(SnapshotWriter.PROOF, (_, row) -> proofs.add(text(row, "tlog_proof")));
      }
      return proofs.isEmpty() ? "" : proofs.getFirst();
    }

    private Optional<RowList> list() throws ForeignFile.Unreadable {
      if (!file.hasTable(SnapshotWriter.ROWS)) {
        return Optional.empty();
      }
      List<RowList.Item> items = new ArrayList<>();
      try {
        file.read(
            SnapshotWriter.ROWS,
            (_, row) ->
                items.add(
                    new RowList.Item(
                        Layer.find(text(row, "layer")).orElseThrow().word(),
                        text(row, "row_id"),
                        Sha256.parse(text(row, "sha256")))));
      } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
        return Optional.empty();
      }
      return Optional.of(new RowList(items));
    }

    private Optional<List<Change>> changes() throws ForeignFile.Unreadable {
      List<Change> changes = new ArrayList<>();
      if (file.hasTable(SnapshotWriter.CHANGES)) {
        try {
          file.read(
              SnapshotWriter.CHANGES,
              (_, row) ->
                  changes.add(
                      new Change(
                          What.valueOf(text(row, "change").toUpperCase(Locale.ROOT)),
                          new Name(text(row, "layer")),
                          text(row, "row_id"))));
        } catch (IllegalArgumentException e) {
          return Optional.empty();
        }
      }
      changes.sort(Comparator.comparing(Change::layer).thenComparing(Change::row));
      return Optional.of(changes);
    }

    private static String text(SequencedMap<String, Object> row, String column) {
      return String.valueOf(row.getOrDefault(column, ""));
    }
  }
}
