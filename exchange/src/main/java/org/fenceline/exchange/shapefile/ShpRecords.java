package org.fenceline.exchange.shapefile;

import java.math.BigDecimal;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Drawn.Corner;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.feature.FileBytes;

/** The records of a {@code .shp}, one after the other. */
final class ShpRecords {
  private static final int HEADER_BYTES = 100;
  private static final int FILE_CODE = 9994;
  private static final int VERSION = 1000;

  private final ByteBuffer bytes;
  private int number;

  ShpRecords(byte[] file) throws MalformedInput {
    bytes = ByteBuffer.wrap(file);
    if (file.length < HEADER_BYTES
        || bytes.getInt(0) != FILE_CODE
        || bytes.order(ByteOrder.LITTLE_ENDIAN).getInt(28) != VERSION) {
      throw FileBytes.damaged("is no .shp");
    }
    long said = 2L * bytes.order(ByteOrder.BIG_ENDIAN).getInt(24);
    if (said != file.length) {
      throw FileBytes.damaged("breaks off: it says " + said + " bytes and has " + file.length);
    }
    bytes.position(HEADER_BYTES);
  }

  boolean hasNext() {
    return bytes.hasRemaining();
  }

  /** The next record's shape; empty for a null shape, and with a problem added when not read. */
  Optional<Drawn> next(Feature.Spot spot, List<Problem> problems) throws MalformedInput {
    number++;
    ByteBuffer content = content();
    try {
      int type = content.getInt();
      return switch (type) {
        case 0 -> Optional.empty();
        case 1, 11, 21 -> Optional.of(Drawn.point(corner(content)));
        case 8, 18, 28 -> places(content);
        case 3, 13, 23 -> lines(content);
        case 5, 15, 25 -> areas(content);
        default -> {
          problems.add(
              spot.problem(
                  "import.shape",
                  "",
                  "a shape of type " + type + " is not read",
                  "save it as polygons"));
          yield Optional.empty();
        }
      };
    } catch (BufferUnderflowException e) {
      throw broken("is shorter than it says");
    } catch (IllegalArgumentException e) {
      problems.add(spot.problem("import.shape", "", String.valueOf(e.getMessage()), ""));
      return Optional.empty();
    }
  }

  private ByteBuffer content() throws MalformedInput {
    if (bytes.remaining() < 8) {
      throw broken("breaks off");
    }
    bytes.getInt();
    long length = 2L * bytes.getInt();
    if (length < 4 || length > bytes.remaining()) {
      throw broken("says " + length + " bytes, there are " + bytes.remaining());
    }
    ByteBuffer content = bytes.slice(bytes.position(), (int) length);
    bytes.position(bytes.position() + (int) length);
    return content.order(ByteOrder.LITTLE_ENDIAN);
  }

  private MalformedInput broken(String message) {
    return FileBytes.damaged("record " + number + " " + message);
  }

  private Optional<Drawn> places(ByteBuffer content) throws MalformedInput {
    skipBox(content);
    int count = count(content, 16);
    List<List<List<Corner>>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(List.of(List.of(corner(content))));
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Drawn(Geometry.Type.MULTIPOINT, parts));
  }

  private Optional<Drawn> lines(ByteBuffer content) throws MalformedInput {
    List<List<List<Corner>>> lines = lists(content).stream().map(List::of).toList();
    return drawn(lines, Geometry.Type.LINESTRING, Geometry.Type.MULTILINESTRING);
  }

  private Optional<Drawn> areas(ByteBuffer content) throws MalformedInput {
    return drawn(Rings.areas(lists(content)), Geometry.Type.POLYGON, Geometry.Type.MULTIPOLYGON);
  }

  private static Optional<Drawn> drawn(
      List<List<List<Corner>>> parts, Geometry.Type one, Geometry.Type many) {
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Drawn(parts.size() == 1 ? one : many, parts));
  }

  private List<List<Corner>> lists(ByteBuffer content) throws MalformedInput {
    skipBox(content);
    int parts = count(content, 4);
    int points = count(content, 16);
    int[] starts = new int[parts + 1];
    for (int i = 0; i < parts; i++) {
      starts[i] = content.getInt();
    }
    starts[parts] = points;
    List<List<Corner>> lists = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      if (starts[i] < 0 || starts[i] > starts[i + 1] || (i == 0 && starts[0] != 0)) {
        throw broken("has parts that do not follow each other");
      }
      List<Corner> list = new ArrayList<>();
      for (int point = starts[i]; point < starts[i + 1]; point++) {
        list.add(corner(content));
      }
      if (!list.isEmpty()) {
        lists.add(list);
      }
    }
    return lists;
  }

  private static void skipBox(ByteBuffer content) {
    for (int i = 0; i < 4; i++) {
      content.getDouble();
    }
  }

  /** A count that the record has room for: a huge one is a lie. */
  private int count(ByteBuffer content, int bytesEach) throws MalformedInput {
    int count = content.getInt();
    if (count < 0 || count > content.remaining() / bytesEach) {
      throw broken("says " + count + " parts or points, for which it has no room");
    }
    return count;
  }

  private static Corner corner(ByteBuffer content) {
    BigDecimal x = Drawn.ordinate(content.getDouble());
    return new Corner(x, Drawn.ordinate(content.getDouble()));
  }
}
