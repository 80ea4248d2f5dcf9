package org.fenceline.core.entry.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something is, as somebody measured or drew it: Well-Known Text of OGC Simple Features (OGC
 * 06-103r4, 7), longitude before latitude, degrees in WGS 84, each digit kept as it was read. What
 * is wrong with the shape (a ring that crosses itself, too few corners) is a finding, never a
 * refusal; only what is no geometry of the earth is refused.
 */
public final class Geometry {
  /** Most characters of one geometry: some 250,000 corners. */
  public static final int LONGEST = 8 * 1024 * 1024;

  private static final int LONGITUDE_LIMIT = 180;
  private static final int LATITUDE_LIMIT = 90;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(\\.\\d{1,30})?");
  private static final Pattern FORM =
      Pattern.compile("\\s*([A-Za-z]+)\\s*(\\(.*\\))\\s*", Pattern.DOTALL);

  /** What a geometry is made of. */
  public enum Type {
    /** Places. */
    POINT,
    MULTIPOINT,
    /** Lines. */
    LINESTRING,
    MULTILINESTRING,
    /** Areas; of each, the first ring bounds it and the others are holes. */
    POLYGON,
    MULTIPOLYGON;

    /** Levels of brackets around the list of coordinates. */
    int depth() {
      return switch (this) {
        case POINT, MULTIPOINT, LINESTRING -> 1;
        case POLYGON, MULTILINESTRING -> 2;
        case MULTIPOLYGON -> 3;
      };
    }
  }

  /**
   * A corner or place.
   *
   * @param longitude degrees east of Greenwich, as read
   * @param latitude degrees north of the equator, as read
   */
  public record Coordinate(BigDecimal longitude, BigDecimal latitude) {}

  private final Type type;
  private final List<List<List<Coordinate>>> parts;
  private final String text;

  private Geometry(Type type, List<List<List<Coordinate>>> parts, String text) {
    this.type = type;
    this.parts = parts;
    this.text = text;
  }

  /**
   * Reads {@code POINT (21.01 52.23)}, {@code POLYGON ((...), (...))} and the like.
   *
   * @throws IllegalArgumentException when it is no geometry of the earth
   */
  public static Geometry parse(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("a geometry has at most " + LONGEST + " characters");
    }
    Matcher form = FORM.matcher(text);
    Type type = form.matches() ? type(form.group(1)) : null;
    if (type == null) {
      String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
      throw new IllegalArgumentException(
          "\""
              + shown
              + "\" is no geometry; write POINT (21.01 52.23), LINESTRING (...), POLYGON ((...)) or"
              + " one of many (MULTI...), longitude before latitude");
    }
    List<List<List<Coordinate>>> parts = new Reader(form.group(2)).read(type);
    return new Geometry(type, parts, written(type, parts));
  }

  private static @org.jspecify.annotations.Nullable Type type(String word) {
    for (Type type : Type.values()) {
      if (type.name().equals(word.toUpperCase(Locale.ROOT))) {
        return type;
      }
    }
    return null;
  }

  /** A place. */
  public static Geometry point(BigDecimal longitude, BigDecimal latitude) {
    return of(Type.POINT, List.of(List.of(List.of(new Coordinate(longitude, latitude)))));
  }

  /**
   * A geometry of parts, each of lists of coordinates: of a polygon the rings, of anything else one
   * list.
   */
  public static Geometry of(Type type, List<List<List<Coordinate>>> parts) {
    return parse(written(type, parts));
  }

  public Type type() {
    return type;
  }

  /**
   * Parts, each of lists of coordinates: one part a polygon with its rings; one part a line or a
   * place with one list.
   */
  public List<List<List<Coordinate>>> parts() {
    return parts;
  }

  /** The place of a point. */
  public Coordinate place() {
    if (type != Type.POINT) {
      throw new IllegalStateException("a " + type + " is no place");
    }
    return parts.getFirst().getFirst().getFirst();
  }

  /** Whether it covers ground. */
  public boolean isArea() {
    return type == Type.POLYGON || type == Type.MULTIPOLYGON;
  }

  /** Whether it is a single place. */
  public boolean isPoint() {
    return type == Type.POINT;
  }

  private static String written(Type type, List<List<List<Coordinate>>> parts) {
    StringBuilder text = new StringBuilder(type.name()).append(' ');
    switch (type) {
      case POINT, LINESTRING -> write(text, parts.getFirst().getFirst());
      case MULTIPOINT, MULTILINESTRING ->
          writeAll(text, parts.stream().map(List::getFirst).toList());
      case POLYGON -> writeAll(text, parts.getFirst());
      case MULTIPOLYGON -> {
        text.append('(');
        for (int i = 0; i < parts.size(); i++) {
          text.append(i == 0 ? "" : ", ");
          writeAll(text, parts.get(i));
        }
        text.append(')');
      }
    }
    return text.toString();
  }

  private static void writeAll(StringBuilder text, List<List<Coordinate>> lists) {
    text.append('(');
    for (int i = 0; i < lists.size(); i++) {
      text.append(i == 0 ? "" : ", ");
      write(text, lists.get(i));
    }
    text.append(')');
  }

  private static void write(StringBuilder text, List<Coordinate> coordinates) {
    text.append('(');
    for (int i = 0; i < coordinates.size(); i++) {
      Coordinate coordinate = coordinates.get(i);
      text.append(i == 0 ? "" : ", ")
          .append(coordinate.longitude().toPlainString())
          .append(' ')
          .append(coordinate.latitude().toPlainString());
    }
    text.append(')');
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Geometry that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  /** Reads the brackets from left to right; their depth is known, so that none nests on. */
  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    List<List<List<Coordinate>>> read(Type type) {
      List<List<List<Coordinate>>> parts =
          switch (type.depth()) {
            case 1 -> List.of(List.of(coordinates()));
            case 2 -> List.of(lists());
            default -> listsOfLists();
          };
      skip();
      if (at != text.length()) {
        throw wrong();
      }
      return shaped(type, parts);
    }

    private static List<List<List<Coordinate>>> shaped(
        Type type, List<List<List<Coordinate>>> parts) {
      return switch (type) {
        case POINT -> {
          if (parts.getFirst().getFirst().size() != 1) {
            throw new IllegalArgumentException("a POINT has one place");
          }
          yield parts;
        }
        case MULTIPOINT ->
            parts.getFirst().getFirst().stream().map(place -> List.of(List.of(place))).toList();
        case MULTILINESTRING -> parts.getFirst().stream().map(List::of).toList();
        case LINESTRING, POLYGON, MULTIPOLYGON -> parts;
      };
    }

    private List<List<List<Coordinate>>> listsOfLists() {
      List<List<List<Coordinate>>> all = new ArrayList<>();
      expect('(');
      do {
        all.add(lists());
      } while (comma());
      expect(')');
      return List.copyOf(all);
    }

    private List<List<Coordinate>> lists() {
      List<List<Coordinate>> all = new ArrayList<>();
      expect('(');
      do {
        all.add(coordinates());
      } while (comma());
      expect(')');
      return List.copyOf(all);
    }

    private List<Coordinate> coordinates() {
      List<Coordinate> all = new ArrayList<>();
      expect('(');
      do {
        // A MULTIPOINT may bracket each of its places.
        boolean bracketed = take('(');
        all.add(
            new Coordinate(
                number("longitude", LONGITUDE_LIMIT), number("latitude", LATITUDE_LIMIT)));
        if (bracketed) {
          expect(')');
        }
      } while (comma());
      expect(')');
      return List.copyOf(all);
    }

    private BigDecimal number(String axis, int limit) {
      skip();
      int start = at;
      while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      String word = text.substring(start, at);
      if (!NUMBER.matcher(word).matches()) {
        throw wrong();
      }
      BigDecimal degrees = new BigDecimal(word);
      if (degrees.abs().compareTo(BigDecimal.valueOf(limit)) > 0) {
        throw new IllegalArgumentException(
            axis + " " + word + " does not exist; longitude stands before latitude");
      }
      return degrees;
    }

    private void expect(char wanted) {
      if (!take(wanted)) {
        throw wrong();
      }
    }

    private boolean comma() {
      return take(',');
    }

    private boolean take(char wanted) {
      skip();
      if (at < text.length() && text.charAt(at) == wanted) {
        at++;
        return true;
      }
      return false;
    }

    private void skip() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }

    private IllegalArgumentException wrong() {
      return new IllegalArgumentException(
          "the geometry cannot be read at \""
              + text.substring(Math.max(0, at - 10), Math.min(text.length(), at + 20))
              + "\"; coordinates read: longitude latitude, longitude latitude");
    }
  }
}
