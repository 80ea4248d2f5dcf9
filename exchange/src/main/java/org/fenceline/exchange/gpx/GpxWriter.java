package org.fenceline.exchange.gpx;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.land.extract.Cell;
import org.fenceline.core.land.extract.Extract;
import org.fenceline.core.land.extract.Layer;
import org.fenceline.core.land.extract.Row;
import org.fenceline.exchange.extract.ExtractWriter;
import org.fenceline.exchange.xml.XmlOut;

/**
 * Writes GPX 1.1 for a receiver in the field: reference points, turning points and devices as
 * waypoints. Areas are none: a receiver would show a point amid them.
 */
public final class GpxWriter implements ExtractWriter {
  private static final Set<Layer> WAYPOINTS =
      Set.of(Layer.MINEFIELD_POINTS, Layer.DEVICES, Layer.PUBLIC_HAZARDS);
  private static final BigDecimal ANTIMERIDIAN = BigDecimal.valueOf(180);

  @Override
  public List<String> write(Extract extract, OutputStream out) throws IOException {
    List<Row> waypoints = extract.rows().stream().filter(GpxWriter::isWaypoint).toList();
    XmlOut xml = XmlOut.begin(out);
    xml.element(
        "gpx",
        () -> {
          xml.element(
              "metadata",
              () -> {
                xml.text("name", extract.head().title());
                xml.text("desc", String.join(" ", extract.head().warnings()));
                xml.text("keywords", extract.head().level());
              });
          for (Row row : waypoints) {
            waypoint(xml, extract, row);
          }
        },
        "xmlns",
        "http://www.topografix.com/GPX/1/1",
        "version",
        "1.1",
        "creator",
        "fenceline");
    xml.end();
    int left = extract.rows().size() - waypoints.size();
    return left == 0
        ? List.of()
        : List.of(
            left
                + " rows are no waypoints: areas, lines, and points that are neither reference"
                + " points, turning points nor devices; take KML or GeoJSON for those");
  }

  private static boolean isWaypoint(Row row) {
    // Among public hazards are accidents and reports too.
    boolean isOther =
        row.cell("hazard_kind").filter(kind -> !kind.words().equals("device")).isPresent();
    return WAYPOINTS.contains(row.layer())
        && !isOther
        && row.place().filter(Geometry::isPoint).isPresent();
  }

  private static void waypoint(XmlOut xml, Extract extract, Row row) throws IOException {
    Geometry.Coordinate at = row.place().orElseThrow().place();
    // The schema's longitudes end before 180.
    String longitude =
        at.longitude().compareTo(ANTIMERIDIAN) == 0 ? "-180" : at.longitude().toPlainString();
    String mark = extract.head().exercise() ? "EXERCISE " : "";
    String of = row.cell("field").map(field -> field.words() + " ").orElse("");
    xml.element(
        "wpt",
        () -> {
          xml.text("name", mark + of + row.cell("name").map(Cell::words).orElse(row.id()));
          xml.text("cmt", row.id());
          xml.text(
              "desc",
              row.cells().entrySet().stream()
                  .map(cell -> cell.getKey() + ": " + cell.getValue().words())
                  .collect(Collectors.joining("; ")));
          xml.text("src", extract.head().register().text());
          xml.text("type", row.layer().word());
        },
        "lat",
        at.latitude().toPlainString(),
        "lon",
        longitude);
  }
}
