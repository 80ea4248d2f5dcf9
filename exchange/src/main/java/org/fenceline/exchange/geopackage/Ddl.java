package org.fenceline.exchange.geopackage;

import static org.fenceline.store.foreign.NewFile.quoted;

import java.util.List;
import org.fenceline.core.land.extract.Column;
import org.fenceline.core.land.extract.Layer;
import org.fenceline.core.land.extract.StoredRow;

/** The tables of a GeoPackage 1.3 (OGC 12-128r18), as the standard writes them. */
final class Ddl {
  /** The spatial reference system of all shapes. */
  static final long WGS_84 = 4326;

  /** The column of shapes. */
  static final String SHAPE = "geom";

  static final String WGS_84_DEFINITION =
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563,"
          + "AUTHORITY[\"EPSG\",\"7030\"]],AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,"
          + "AUTHORITY[\"EPSG\",\"8901\"]],UNIT[\"degree\",0.0174532925199433,"
          + "AUTHORITY[\"EPSG\",\"9122\"]],AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST],"
          + "AUTHORITY[\"EPSG\",\"4326\"]]";

  private Ddl() {}

  /** What every GeoPackage has. */
  static List<String> own() {
    return List.of(
        // "GPKG", and version 1.3.0.
        "pragma application_id = 1196444487",
        "pragma user_version = 10300",
        """
        CREATE TABLE gpkg_spatial_ref_sys (
          srs_name TEXT NOT NULL,
          srs_id INTEGER PRIMARY KEY,
          organization TEXT NOT NULL,
          organization_coordsys_id INTEGER NOT NULL,
          definition TEXT NOT NULL,
          description TEXT
        )
        """,
        """
        CREATE TABLE gpkg_contents (
          table_name TEXT NOT NULL PRIMARY KEY,
          data_type TEXT NOT NULL,
          identifier TEXT UNIQUE,
          description TEXT DEFAULT '',
          last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
          min_x DOUBLE,
          min_y DOUBLE,
          max_x DOUBLE,
          max_y DOUBLE,
          srs_id INTEGER,
          CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
        )
        """,
        """
        CREATE TABLE gpkg_geometry_columns (
          table_name TEXT NOT NULL,
          column_name TEXT NOT NULL,
          geometry_type_name TEXT NOT NULL,
          srs_id INTEGER NOT NULL,
          z TINYINT NOT NULL,
          m TINYINT NOT NULL,
          CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
          CONSTRAINT uk_gc_table_name UNIQUE (table_name),
          CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
          CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
        )
        """,
        """
        CREATE TABLE gpkg_extensions (
          table_name TEXT,
          column_name TEXT,
          extension_name TEXT NOT NULL,
          definition TEXT NOT NULL,
          scope TEXT NOT NULL,
          CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
        )
        """);
  }

  /** Where QGIS looks for styles. */
  static final String LAYER_STYLES =
      """
      CREATE TABLE layer_styles (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        f_table_catalog TEXT(256),
        f_table_schema TEXT(256),
        f_table_name TEXT(256),
        f_geometry_column TEXT(256),
        styleName TEXT(30),
        styleQML TEXT,
        styleSLD TEXT,
        useAsDefault BOOLEAN,
        description TEXT,
        owner TEXT(30),
        ui TEXT(30),
        update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
      )
      """;

  /** A table without shapes, all of texts. */
  static String attributes(String table, List<String> columns) {
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(quoted(table));
    sql.append(" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
    columns.forEach(column -> sql.append(", ").append(quoted(column)).append(" TEXT"));
    return sql.append(')').toString();
  }

  /** A layer's table. */
  static String features(Layer layer) {
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(quoted(layer.word()));
    sql.append(" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, ")
        .append(SHAPE)
        .append(' ')
        .append(shapeType(layer))
        .append(", id TEXT NOT NULL");
    for (Column column : StoredRow.columns(layer)) {
      sql.append(", ").append(quoted(column.name())).append(' ').append(type(column.type()));
    }
    return sql.append(')').toString();
  }

  /** The type that a layer's shapes are said to be. */
  static String shapeType(Layer layer) {
    return switch (layer.shape()) {
      case POINT -> "POINT";
      case AREA -> "MULTIPOLYGON";
      case ANY -> "GEOMETRY";
    };
  }

  private static String type(Column.Type type) {
    return switch (type) {
      case TEXT -> "TEXT";
      case WHOLE -> "INTEGER";
      case DECIMAL -> "DOUBLE";
      case FLAG -> "BOOLEAN";
    };
  }

  /** The name of a layer's spatial index. */
  static String index(Layer layer) {
    return "rtree_" + layer.word() + "_" + SHAPE;
  }

  /** A layer's spatial index (annex F.3). */
  static String indexTable(Layer layer) {
    return "CREATE VIRTUAL TABLE %s USING rtree(id, minx, maxx, miny, maxy)"
        .formatted(quoted(index(layer)));
  }

  /** What keeps the index right when somebody else edits the layer (annex F.3). */
  static List<String> indexTriggers(Layer layer) {
    String bounds =
        """
        INSERT OR REPLACE INTO "%s" VALUES (
          NEW."fid",
          ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"),
          ST_MinY(NEW."geom"), ST_MaxY(NEW."geom")
        );\
        """
            .formatted(index(layer));
    String filled = "(NEW.\"geom\" NOTNULL AND NOT ST_IsEmpty(NEW.\"geom\"))";
    String empty = "(NEW.\"geom\" ISNULL OR ST_IsEmpty(NEW.\"geom\"))";
    String deleteOld = "DELETE FROM \"%s\" WHERE id = OLD.\"fid\";".formatted(index(layer));
    return List.of(
        trigger(layer, "insert", "AFTER INSERT", filled, bounds),
        trigger(
            layer,
            "update1",
            "AFTER UPDATE OF \"geom\"",
            "OLD.\"fid\" = NEW.\"fid\" AND " + filled,
            bounds),
        trigger(
            layer,
            "update2",
            "AFTER UPDATE OF \"geom\"",
            "OLD.\"fid\" = NEW.\"fid\" AND " + empty,
            deleteOld),
        trigger(
            layer,
            "update3",
            "AFTER UPDATE",
            "OLD.\"fid\" != NEW.\"fid\" AND " + filled,
            deleteOld + "\n" + bounds),
        trigger(
            layer,
            "update4",
            "AFTER UPDATE",
            "OLD.\"fid\" != NEW.\"fid\" AND " + empty,
            "DELETE FROM \"%s\" WHERE id IN (OLD.\"fid\", NEW.\"fid\");".formatted(index(layer))),
        trigger(layer, "delete", "AFTER DELETE", "OLD.\"geom\" NOT NULL", deleteOld));
  }

  private static String trigger(
      Layer layer, String name, String event, String condition, String act) {
    return """
    CREATE TRIGGER "%s_%s" %s ON "%s"
      WHEN (%s)
    BEGIN
    %s
    END
    """
        .formatted(index(layer), name, event, layer.word(), condition, act);
  }
}
