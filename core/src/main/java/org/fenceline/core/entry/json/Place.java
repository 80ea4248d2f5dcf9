package org.fenceline.core.entry.json;

/**
 * Where in an input something stands.
 *
 * @param file name of the file or stream; empty when not known
 * @param line line from 1; 0 when not known
 * @param field path of the field, such as {@code body.lines[0].quantity}; empty for the whole input
 */
public record Place(String file, int line, String field) {

  public static final Place UNKNOWN = new Place("", 0, "");

  public static Place ofField(String field) {
    return new Place("", 0, field);
  }

  public static Place ofLine(int line) {
    return new Place("", line, "");
  }

  public Place in(String name) {
    return new Place(name, line, field);
  }

  public Place atLine(int number) {
    return new Place(file, number, field);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(file.isEmpty() ? "line " : ":").append(line);
    }
    if (!field.isEmpty()) {
      text.append(text.isEmpty() ? "" : ": ").append(field);
    }
    return text.toString();
  }
}
