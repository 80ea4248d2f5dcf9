package org.fenceline.exchange.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Geometry.Coordinate;
import org.fenceline.core.land.extract.Cell;
import org.fenceline.core.land.extract.Extract;
import org.fenceline.core.land.extract.Row;
import org.fenceline.exchange.extract.ExtractWriter;
import org.fenceline.exchange.extract.Rings;

/**
 * Writes GeoJSON (RFC 7946): one collection, each feature's layer among its properties; what the
 * file is stands beside the features (section 6.1, foreign members). Numbers have the digits with
 * which they were recorded. Rings are closed and wind as section 3.1.6 asks, whichever way they
 * were drawn.
 */
public final class GeoJsonWriter implements ExtractWriter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  @Override
  public List<String> write(Extract extract, OutputStream out) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("type", "FeatureCollection");
      for (Map.Entry<String, String> member : extract.head().members().entrySet()) {
        if (member.getKey().equals("exercise")) {
          json.writeBooleanField("exercise", extract.head().exercise());
        } else {
          json.writeStringField(member.getKey(), member.getValue());
        }
      }
      json.writeArrayFieldStart("features");
      for (Row row : extract.rows()) {
        json.writeRaw('\n');
        feature(json, row);
      }
      json.writeRaw('\n');
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return List.of();
  }

  private static void feature(JsonGenerator json, Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "Feature");
    json.writeStringField("id", row.id());
    json.writeFieldName("geometry");
    if (row.place().isPresent()) {
      geometry(json, row.place().get());
    } else {
      json.writeNull();
    }
    json.writeObjectFieldStart("properties");
    json.writeStringField("layer", row.layer().word());
    for (Map.Entry<String, Cell> cell : row.cells().entrySet()) {
      json.writeFieldName(cell.getKey());
      switch (cell.getValue()) {
        case Cell.Text text -> json.writeString(text.text());
        case Cell.Whole whole -> json.writeNumber(whole.number());
        case Cell.Decimal decimal -> json.writeNumber(decimal.number());
        case Cell.Flag flag -> json.writeBoolean(flag.value());
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void geometry(JsonGenerator json, Geometry place) throws IOException {
    json.writeStartObject();
    json.writeStringField(
        "type",
        switch (place.type()) {
          case POINT -> "Point";
          case MULTIPOINT -> "MultiPoint";
          case LINESTRING -> "LineString";
          case MULTILINESTRING -> "MultiLineString";
          case POLYGON -> "Polygon";
          case MULTIPOLYGON -> "MultiPolygon";
        });
    json.writeFieldName("coordinates");
    switch (place.type()) {
      case POINT -> position(json, place.place());
      case LINESTRING -> positions(json, place.parts().getFirst().getFirst());
      case POLYGON -> rings(json, place.parts().getFirst());
      case MULTIPOINT -> {
        json.writeStartArray();
        for (List<List<Coordinate>> part : place.parts()) {
          position(json, part.getFirst().getFirst());
        }
        json.writeEndArray();
      }
      case MULTILINESTRING -> {
        json.writeStartArray();
        for (List<List<Coordinate>> part : place.parts()) {
          positions(json, part.getFirst());
        }
        json.writeEndArray();
      }
      case MULTIPOLYGON -> {
        json.writeStartArray();
        for (List<List<Coordinate>> part : place.parts()) {
          rings(json, part);
        }
        json.writeEndArray();
      }
    }
    json.writeEndObject();
  }

  private static void rings(JsonGenerator json, List<List<Coordinate>> rings) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < rings.size(); i++) {
      positions(json, Rings.wound(Rings.closed(rings.get(i)), i == 0));
    }
    json.writeEndArray();
  }

  private static void positions(JsonGenerator json, List<Coordinate> line) throws IOException {
    json.writeStartArray();
    for (Coordinate coordinate : line) {
      position(json, coordinate);
    }
    json.writeEndArray();
  }

  private static void position(JsonGenerator json, Coordinate at) throws IOException {
    json.writeStartArray();
    for (BigDecimal number : List.of(at.longitude(), at.latitude())) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }
}
