package org.fenceline.exchange.geopackage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.fenceline.core.entry.body.SnapshotPublished.Change;
import org.fenceline.core.land.extract.Extract;
import org.fenceline.core.land.extract.Layer;
import org.fenceline.core.land.extract.RowList;
import org.fenceline.core.land.extract.StoredRow;
import org.fenceline.exchange.geopackage.GeometryWriter.Bounds;
import org.fenceline.store.foreign.NewFile;

/**
 * Writes a snapshot of the land as a GeoPackage: its layers first, so that a disk that is full is
 * known before anything is recorded; then, by {@link #finish}, what it is and the proof of that.
 */
public final class SnapshotWriter implements AutoCloseable {
  static final String FACTS = "snapshot";
  static final String PROOF = "snapshot_proof";
  static final String ROWS = "snapshot_rows";
  static final String CHANGES = "snapshot_changes";
  static final String STYLES = "layer_styles";

  private final NewFile file;
  private final String day;

  private SnapshotWriter(NewFile file, LocalDate on) {
    this.file = file;
    this.day = on + "T00:00:00.000Z";
  }

  /** Begins a file at a path and writes the layers of an extract into it. */
  public static SnapshotWriter begin(Path path, Extract extract, List<StoredRow> rows)
      throws IOException {
    SnapshotWriter writer = new SnapshotWriter(NewFile.begin(path), extract.head().on());
    try {
      for (String sql : Ddl.own()) {
        writer.file.run(sql);
      }
      writer.systems();
      for (Layer layer : Layer.of(extract.head().disclosure())) {
        writer.layer(layer, rows.stream().filter(row -> row.layer() == layer).toList());
      }
      writer.styles(Layer.of(extract.head().disclosure()));
      writer.list(RowList.of(rows));
    } catch (IOException | RuntimeException e) {
      writer.close();
      throw e;
    }
    return writer;
  }

  private void systems() throws IOException {
    system("WGS 84 geodetic", Ddl.WGS_84, "EPSG", Ddl.WGS_84, Ddl.WGS_84_DEFINITION);
    system("Undefined Cartesian SRS", -1, "NONE", -1, "undefined");
    system("Undefined geographic SRS", 0, "NONE", 0, "undefined");
  }

  private void system(String name, long id, String organization, long code, String definition)
      throws IOException {
    file.insert(
        "gpkg_spatial_ref_sys",
        cells(
            "srs_name", name,
            "srs_id", id,
            "organization", organization,
            "organization_coordsys_id", code,
            "definition", definition));
  }

  private static SequencedMap<String, Optional<Object>> cells(Object... namesAndValues) {
    SequencedMap<String, Optional<Object>> cells = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      cells.put(namesAndValues[i].toString(), Optional.of(namesAndValues[i + 1]));
    }
    return cells;
  }

  private void layer(Layer layer, List<StoredRow> rows) throws IOException {
    file.run(Ddl.features(layer));
    Optional<Bounds> bounds =
        rows.stream().flatMap(row -> row.figure().stream()).map(Bounds::of).reduce(Bounds::and);
    SequencedMap<String, Optional<Object>> contents = contents(layer.word(), "features");
    bounds.ifPresent(box ->
        contents.putAll(
            cells(
                "min_x",
                box.west(),
                "min_y",
                box.south(),
                "max_x",
                box.east(),
                "max_y",
                box.north())));
    contents.put("srs_id", Optional.of(Ddl.WGS_84));
    file.insert("gpkg_contents", contents);
    file.insert(
        "gpkg_geometry_columns",
        cells(
            "table_name",
            layer.word(),
            "column_name",
            Ddl.SHAPE,
            "geometry_type_name",
            Ddl.shapeType(layer),
            "srs_id",
            Ddl.WGS_84,
            "z",
            0L,
            "m",
            0L));
    file.run(Ddl.indexTable(layer));
    long fid = 0;
    for (StoredRow row : rows) {
      row(layer, ++fid, row);
    }
    file.insert(
        "gpkg_extensions",
        cells(
            "table_name",
            layer.word(),
            "column_name",
            Ddl.SHAPE,
            "extension_name",
            "gpkg_rtree_index",
            "definition",
            "http://www.geopackage.org/spec120/#extension_rtree",
            "scope",
            "write-only"));
    for (String trigger : Ddl.indexTriggers(layer)) {
      file.run(trigger);
    }
  }

  private void row(Layer layer, long fid, StoredRow row) throws IOException {
    SequencedMap<String, Optional<Object>> cells = new LinkedHashMap<>();
    cells.put("fid", Optional.of(fid));
    cells.put(Ddl.SHAPE, row.figure().map(GeometryWriter::bytes));
    cells.put("id", Optional.of(row.id()));
    StoredRow.columns(layer).forEach(column -> cells.put(column.name(), row.value(column.name())));
    file.insert(layer.word(), cells);
    if (row.figure().isPresent()) {
      Bounds box = Bounds.of(row.figure().get());
      file.insert(
          Ddl.index(layer),
          cells(
              "id",
              fid,
              "minx",
              box.west(),
              "maxx",
              box.east(),
              "miny",
              box.south(),
              "maxy",
              box.north()));
    }
  }

  private SequencedMap<String, Optional<Object>> contents(String table, String type) {
    return cells("table_name", table, "data_type", type, "identifier", table, "last_change", day);
  }

  private void styles(List<Layer> layers) throws IOException {
    file.run(Ddl.LAYER_STYLES);
    file.insert("gpkg_contents", contents(STYLES, "attributes"));
    for (Layer layer : layers) {
      file.insert(
          STYLES,
          cells(
              "f_table_catalog",
              "",
              "f_table_schema",
              "",
              "f_table_name",
              layer.word(),
              "f_geometry_column",
              Ddl.SHAPE,
              "styleName",
              "fenceline",
              "styleQML",
              Styles.qml(layer),
              "styleSLD",
              Styles.sld(layer),
              "useAsDefault",
              1L,
              "description",
              "Colours are not releases.",
              "owner",
              "",
              "update_time",
              day));
    }
  }

  private void table(String name, List<String> columns) throws IOException {
    file.run(Ddl.attributes(name, columns));
    file.insert("gpkg_contents", contents(name, "attributes"));
  }

  private void list(RowList list) throws IOException {
    table(ROWS, List.of("layer", "row_id", "sha256"));
    for (RowList.Item item : list.items()) {
      file.insert(
          ROWS, cells("layer", item.layer(), "row_id", item.id(), "sha256", item.sha256().hex()));
    }
  }

  /**
   * Writes what the snapshot is, and syncs the file.
   *
   * @param facts what the table {@code snapshot} says
   * @param changes since the release before
   * @param proof of the entry that names this snapshot, a tlog-proof
   */
  public void finish(SequencedMap<String, String> facts, List<Change> changes, String proof)
      throws IOException {
    table(FACTS, List.of("name", "value"));
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      file.insert(FACTS, cells("name", fact.getKey(), "value", fact.getValue()));
    }
    table(CHANGES, List.of("change", "layer", "row_id"));
    for (Change change : changes) {
      file.insert(
          CHANGES,
          cells(
              "change",
              RowList.word(change.what()),
              "layer",
              change.layer().text(),
              "row_id",
              change.row()));
    }
    table(PROOF, List.of("tlog_proof"));
    file.insert(PROOF, cells("tlog_proof", proof));
    file.finish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
