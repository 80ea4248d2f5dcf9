package org.fenceline.exchange.shapefile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.exchange.feature.Charsets;
import org.fenceline.exchange.feature.Feature;
import org.fenceline.exchange.feature.FileBytes;

/** A dBASE table as Shapefiles have it: texts, numbers, dates and truths of fixed widths. */
final class DbfTable {
  private static final int HEADER_BYTES = 32;
  private static final int FIELD_BYTES = 32;
  private static final int END_OF_FIELDS = 0x0d;

  private final byte[] bytes;
  private final String encoding;
  private final List<Column> columns = new ArrayList<>();
  private final int records;
  private final int start;
  private final int width;

  /** A column and where it stands in a record. */
  private record Column(String name, char type, int from, int length) {}

  DbfTable(byte[] bytes, String encoding) throws MalformedInput {
    this.bytes = bytes;
    this.encoding = encoding;
    if (bytes.length < HEADER_BYTES) {
      throw damaged("breaks off in its head");
    }
    ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    records = head.getInt(4);
    start = head.getShort(8) & 0xffff;
    width = head.getShort(10) & 0xffff;
    if (records < 0 || width < 1 || start < HEADER_BYTES || start > bytes.length) {
      throw damaged("is no table");
    }
    long said = start + (long) records * width;
    if (said > bytes.length) {
      throw damaged("breaks off: it says " + said + " bytes and has " + bytes.length);
    }
    readColumns();
  }

  private void readColumns() throws MalformedInput {
    Set<String> names = new HashSet<>();
    int from = 1;
    for (int at = HEADER_BYTES;
        at + FIELD_BYTES <= start && bytes[at] != END_OF_FIELDS;
        at += FIELD_BYTES) {
      int end = at;
      while (end < at + 11 && bytes[end] != 0) {
        end++;
      }
      String name = Charsets.decode(Arrays.copyOfRange(bytes, at, end), encoding).strip();
      char type = (char) bytes[at + 11];
      int length = bytes[at + 16] & 0xff;
      if ("CNFDL".indexOf(type) < 0) {
        throw damaged("has the column " + name + " of type " + type + ", which is not read");
      }
      if (!names.add(name)) {
        throw damaged("has the column " + name + " twice");
      }
      columns.add(new Column(name, type, from, length));
      from += length;
    }
    if (from > width) {
      throw damaged("has columns wider than its records");
    }
  }

  private static MalformedInput damaged(String message) {
    return FileBytes.damaged("its .dbf " + message);
  }

  int records() {
    return records;
  }

  /** The texts of a record; a problem is added when it is marked as deleted or cannot be read. */
  SequencedMap<String, String> record(int index, Feature.Spot spot, List<Problem> problems) {
    int at = start + index * width;
    if (bytes[at] == '*') {
      problems.add(
          spot.problem(
              "import.shape",
              "",
              "is marked as deleted in the .dbf",
              "ask whoever made it whether it is meant"));
    }
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    for (Column column : columns) {
      byte[] cell =
          Arrays.copyOfRange(bytes, at + column.from(), at + column.from() + column.length());
      try {
        String text = text(column.type(), cell);
        if (!text.isEmpty()) {
          texts.put(column.name(), text);
        }
      } catch (MalformedInput e) {
        Problem first = e.problems().getFirst();
        problems.add(spot.problem(first.code(), column.name(), first.message(), first.mend()));
      }
    }
    return texts;
  }

  private String text(char type, byte[] cell) throws MalformedInput {
    String plain = new String(cell, ISO_8859_1).replace('\0', ' ').strip();
    return switch (type) {
      case 'C' -> {
        int end = cell.length;
        while (end > 0 && (cell[end - 1] == ' ' || cell[end - 1] == 0)) {
          end--;
        }
        yield Charsets.decode(Arrays.copyOf(cell, end), encoding);
      }
      // Eight zeros and stars are how tables say that there is no value.
      case 'D' ->
          plain.matches("0*") ? "" : plain.replaceFirst("^(\\d{4})(\\d{2})(\\d{2})$", "$1-$2-$3");
      case 'L' ->
          "TtYy".contains(plain) && !plain.isEmpty()
              ? "true"
              : "FfNn".contains(plain) && !plain.isEmpty() ? "false" : "";
      default -> plain.startsWith("*") ? "" : plain;
    };
  }
}
