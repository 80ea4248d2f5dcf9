package org.fenceline.exchange.kml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Geometry.Coordinate;
import org.fenceline.core.land.extract.Cell;
import org.fenceline.core.land.extract.Extract;
import org.fenceline.core.land.extract.Layer;
import org.fenceline.core.land.extract.Row;
import org.fenceline.exchange.extract.ExtractWriter;
import org.fenceline.exchange.extract.Rings;
import org.fenceline.exchange.xml.XmlOut;

/**
 * Writes KML 2.2 (OGC 12-007r2): a folder a layer. Red is dangerous, amber calls for caution, blue
 * was released by somebody, grey is work; nothing is green.
 */
public final class KmlWriter implements ExtractWriter {
  private static final String NAMESPACE = "http://www.opengis.net/kml/2.2";

  @Override
  public List<String> write(Extract extract, OutputStream out) throws IOException {
    XmlOut xml = XmlOut.begin(out);
    xml.element(
        "kml", () -> xml.element("Document", () -> document(xml, extract)), "xmlns", NAMESPACE);
    xml.end();
    return List.of();
  }

  private static void document(XmlOut xml, Extract extract) throws IOException {
    xml.text("name", extract.head().title());
    xml.text("description", String.join("\n", extract.head().warnings()));
    for (Layer.Look look : Layer.Look.values()) {
      style(xml, look);
    }
    xml.element(
        "ExtendedData",
        () -> {
          for (Map.Entry<String, String> member : extract.head().members().entrySet()) {
            data(xml, member.getKey(), member.getValue());
          }
        });
    for (Layer layer : extract.layers()) {
      xml.element(
          "Folder",
          () -> {
            xml.text("name", layer.word());
            for (Row row : extract.of(layer)) {
              xml.element("Placemark", () -> placemark(xml, extract, row));
            }
          });
    }
  }

  /** Colours are alpha, blue, green, red. */
  private static void style(XmlOut xml, Layer.Look look) throws IOException {
    String colour =
        switch (look) {
          case DANGER -> "0000d0";
          case CAUTION -> "00a0ff";
          case RELEASED -> "b08050";
          case WORK -> "808080";
        };
    xml.element(
        "Style",
        () -> {
          xml.element("IconStyle", () -> xml.text("color", "ff" + colour));
          xml.element(
              "LineStyle",
              () -> {
                xml.text("color", "ff" + colour);
                xml.text("width", "2");
              });
          xml.element("PolyStyle", () -> xml.text("color", "50" + colour));
        },
        "id",
        style(look));
  }

  private static String style(Layer.Look look) {
    return look.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static void data(XmlOut xml, String name, String value) throws IOException {
    xml.element("Data", () -> xml.text("value", value), "name", name);
  }

  private static void placemark(XmlOut xml, Extract extract, Row row) throws IOException {
    xml.text(
        "name",
        (extract.head().exercise() ? "EXERCISE " : "")
            + row.cell("name").map(Cell::words).orElse(row.id()));
    xml.text("styleUrl", "#" + style(row.layer().look()));
    xml.element(
        "ExtendedData",
        () -> {
          data(xml, "id", row.id());
          for (Map.Entry<String, Cell> cell : row.cells().entrySet()) {
            // A placemark has a name of its own, under which it is shown.
            String name = cell.getKey().equals("name") ? "record_name" : cell.getKey();
            data(xml, name, cell.getValue().words());
          }
        });
    if (row.place().isPresent()) {
      shape(xml, row.place().get());
    }
  }

  private static void shape(XmlOut xml, Geometry place) throws IOException {
    switch (place.type()) {
      case POINT, LINESTRING, POLYGON -> part(xml, place, place.parts().getFirst());
      case MULTIPOINT, MULTILINESTRING, MULTIPOLYGON ->
          xml.element(
              "MultiGeometry",
              () -> {
                for (List<List<Coordinate>> part : place.parts()) {
                  part(xml, place, part);
                }
              });
    }
  }

  private static void part(XmlOut xml, Geometry place, List<List<Coordinate>> part)
      throws IOException {
    switch (place.type()) {
      case POINT, MULTIPOINT ->
          xml.element("Point", () -> xml.text("coordinates", coordinates(part.getFirst())));
      case LINESTRING, MULTILINESTRING ->
          xml.element("LineString", () -> xml.text("coordinates", coordinates(part.getFirst())));
      case POLYGON, MULTIPOLYGON ->
          xml.element(
              "Polygon",
              () -> {
                for (int i = 0; i < part.size(); i++) {
                  String ring = coordinates(Rings.closed(part.get(i)));
                  xml.element(
                      i == 0 ? "outerBoundaryIs" : "innerBoundaryIs",
                      () -> xml.element("LinearRing", () -> xml.text("coordinates", ring)));
                }
              });
    }
  }

  private static String coordinates(List<Coordinate> line) {
    List<String> tuples = new ArrayList<>();
    for (Coordinate at : line) {
      tuples.add(at.longitude().toPlainString() + "," + at.latitude().toPlainString());
    }
    return String.join(" ", tuples);
  }
}
