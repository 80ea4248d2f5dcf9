package org.fenceline.core.land.extract;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a layer.
 *
 * @param name {@code lower_snake_case}, with its unit
 * @param type of its cells
 */
public record Column(String name, Type type) {

  /** What a column holds. */
  public enum Type {
    TEXT,
    WHOLE,
    DECIMAL,
    FLAG
  }

  static List<Column> texts(String... names) {
    return all(Type.TEXT, names);
  }

  static List<Column> wholes(String... names) {
    return all(Type.WHOLE, names);
  }

  static List<Column> decimals(String... names) {
    return all(Type.DECIMAL, names);
  }

  static List<Column> flags(String... names) {
    return all(Type.FLAG, names);
  }

  private static List<Column> all(Type type, String... names) {
    return Stream.of(names).map(name -> new Column(name, type)).toList();
  }

  boolean mayHold(Cell cell) {
    return switch (cell) {
      case Cell.Text _ -> type == Type.TEXT;
      case Cell.Whole _ -> type == Type.WHOLE;
      case Cell.Decimal _ -> type == Type.DECIMAL;
      case Cell.Flag _ -> type == Type.FLAG;
    };
  }
}
