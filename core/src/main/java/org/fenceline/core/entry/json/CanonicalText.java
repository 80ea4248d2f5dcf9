package org.fenceline.core.entry.json;

import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the part of RFC 8785 that entries use, straight from the tree: objects, arrays, strings,
 * whole numbers, true and false.
 *
 * <p>The library works on text alone, so that each entry would be written, parsed and written
 * again, a quarter of the time of an append; a property test holds this against it.
 */
final class CanonicalText {
  private static final int FIRST_PRINTABLE = 0x20;

  private final StringBuilder text = new StringBuilder();

  private CanonicalText() {}

  /**
   * The canonical text.
   *
   * @throws IllegalArgumentException when the tree holds what no entry may hold
   */
  static String of(Json.Obj object) {
    CanonicalText canonical = new CanonicalText();
    canonical.write(object);
    return canonical.text.toString();
  }

  private void write(Json json) {
    switch (json) {
      case Json.Obj object -> {
        text.append('{');
        String separator = "";
        // By UTF-16 code units (section 3.2.3), as Java compares strings.
        for (Map.Entry<String, Json> member : new TreeMap<>(object.members()).entrySet()) {
          text.append(separator);
          separator = ",";
          write(member.getKey());
          text.append(':');
          write(member.getValue());
        }
        text.append('}');
      }
      case Json.Arr array -> {
        text.append('[');
        String separator = "";
        for (Json item : array.items()) {
          text.append(separator);
          separator = ",";
          write(item);
        }
        text.append(']');
      }
      case Json.Str string -> write(string.text());
      case Json.Int integer -> text.append(integer.number());
      case Json.Bool bool -> text.append(bool.value());
      case Json.Dec decimal ->
          throw new IllegalArgumentException(
              decimal.number() + " has a fraction; decimals in entries are strings");
      case Json.Null _ -> throw new IllegalArgumentException("null; leave the member out");
    }
  }

  /** A string with the escapes of section 3.2.2.2 and no others. */
  private void write(String string) {
    if (JsonReader.loneSurrogate(string) >= 0) {
      throw new IllegalArgumentException("half a surrogate pair in a string");
    }
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char character = string.charAt(i);
      switch (character) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\f' -> text.append("\\f");
        case '\r' -> text.append("\\r");
        default -> {
          if (character < FIRST_PRINTABLE) {
            text.append("\\u00")
                .append(Character.forDigit(character >> 4, 16))
                .append(Character.forDigit(character & 0xf, 16));
          } else {
            text.append(character);
          }
        }
      }
    }
    text.append('"');
  }
}
