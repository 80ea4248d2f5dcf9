package org.fenceline.core.land.extract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.fenceline.core.entry.json.CanonicalJson;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.JsonWriter;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Sha256;

/**
 * A row in the values of a snapshot's file, and its canonical form, which is the same however a
 * program orders the columns, names the shape's column or draws its binary head.
 *
 * @param layer of which layer
 * @param id its id there
 * @param figure its shape
 * @param values {@code String}, {@code Long} or {@code Double} by column; those without a value are
 *     left out
 */
public record StoredRow(
    Layer layer, String id, Optional<Figure> figure, SequencedMap<String, Object> values) {

  /** The column for digits that a number loses in a binary file: {@code accuracy_m=5.50}. */
  public static final Column RECORDED_DIGITS = new Column("recorded_digits", Column.Type.TEXT);

  public StoredRow {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /** The columns of a layer's table, besides id and shape. */
  public static List<Column> columns(Layer layer) {
    List<Column> columns = new ArrayList<>(layer.columns());
    columns.add(RECORDED_DIGITS);
    return columns;
  }

  /** A row as a file holds it. */
  public static StoredRow of(Row row) {
    SequencedMap<String, Object> values = new LinkedHashMap<>();
    List<String> digits = new ArrayList<>();
    row.cells()
        .forEach((column, cell) -> {
          switch (cell) {
            case Cell.Text text -> values.put(column, text.text());
            case Cell.Whole whole -> values.put(column, whole.number());
            case Cell.Flag flag -> values.put(column, flag.value() ? 1L : 0L);
            case Cell.Decimal decimal -> {
              double number = decimal.number().doubleValue();
              values.put(column, number);
              String recorded = decimal.number().toPlainString();
              if (!CanonicalJson.number(number).equals(recorded)) {
                digits.add(column + "=" + recorded);
              }
            }
          }
        });
    if (!digits.isEmpty()) {
      values.put(RECORDED_DIGITS.name(), String.join("; ", digits));
    }
    return new StoredRow(row.layer(), row.id(), row.place().map(Figure::of), values);
  }

  /** Canonical JSON (RFC 8785) of columns, geometry, id and layer. */
  public String canonical() {
    Json.Builder columns = Json.object();
    for (Column column : columns(layer)) {
      Object value = values.get(column.name());
      if (value != null && !value.equals("")) {
        columns.put(column.name(), json(column, value));
      }
    }
    Json.Builder row =
        Json.object().put("columns", columns.build()).put("id", id).put("layer", layer.word());
    figure.ifPresent(shape -> row.put("geometry", shape.text()));
    try {
      return CanonicalJson.canonicalise(JsonWriter.compact(row.build()));
    } catch (MalformedInput e) {
      // Half characters: no program that writes text writes them.
      return "unreadable";
    }
  }

  /** SHA-256 of the canonical form. */
  public Sha256 sha256() {
    return Sha256.of(canonical().getBytes(UTF_8));
  }

  private static Json json(Column column, Object value) {
    return switch (column.type()) {
      case TEXT -> value instanceof String text ? Json.of(text) : amiss(value);
      case FLAG ->
          value instanceof Long flag && (flag == 0 || flag == 1)
              ? Json.of(flag == 1)
              : amiss(value);
      case WHOLE ->
          value instanceof Long whole && Math.abs(whole) <= Json.MAX_INTEGER
              ? Json.of(whole)
              : amiss(value);
      case DECIMAL ->
          value instanceof Double number && Double.isFinite(number)
              ? Json.of(new BigDecimal(CanonicalJson.number(number)))
              : value instanceof Long whole && Math.abs(whole) <= Json.MAX_INTEGER
                  ? Json.of(whole)
                  : amiss(value);
    };
  }

  /** A value of another type than the column's is none that was written. */
  private static Json amiss(Object value) {
    return Json.object()
        .put("type", value.getClass().getSimpleName())
        .put("value", value.toString())
        .build();
  }

  /** A value. */
  public Optional<Object> value(String column) {
    return Optional.ofNullable(((Map<String, Object>) values).get(column));
  }
}
