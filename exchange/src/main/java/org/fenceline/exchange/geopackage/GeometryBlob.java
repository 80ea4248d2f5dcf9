package org.fenceline.exchange.geopackage;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.exchange.feature.Drawn;
import org.fenceline.exchange.feature.Drawn.Corner;

/**
 * The GeoPackage binary of a shape (OGC 12-128r19, 2.1.3): a head, then Well-Known Binary (ISO
 * 13249-3). Heights and measures are left aside.
 */
final class GeometryBlob {
  private static final List<Integer> ENVELOPE_BYTES = List.of(0, 32, 48, 48, 64);
  private static final int EMPTY = 0x10;
  private static final int EXTENDED = 0x20;

  private final ByteBuffer bytes;

  private GeometryBlob(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /**
   * The shape; empty when it is said to be.
   *
   * @throws IllegalArgumentException when it cannot be read
   */
  static Optional<Drawn> read(byte[] blob) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(blob);
      if (bytes.get() != 'G' || bytes.get() != 'P') {
        throw new IllegalArgumentException("the shape is no GeoPackage binary");
      }
      bytes.get();
      int flags = bytes.get();
      int envelope = (flags >> 1) & 7;
      if ((flags & EXTENDED) != 0 || envelope >= ENVELOPE_BYTES.size()) {
        throw new IllegalArgumentException("the shape is of an extension that is not read");
      }
      bytes.position(Math.addExact(8, ENVELOPE_BYTES.get(envelope)));
      Optional<Drawn> drawn = new GeometryBlob(bytes).shape();
      return (flags & EMPTY) != 0 ? Optional.empty() : drawn;
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the shape breaks off", e);
    }
  }

  /** A shape's type and how many numbers a corner has. */
  private record Head(int type, int ordinates) {}

  private Head head() {
    bytes.order(bytes.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int type = bytes.getInt();
    int ordinates =
        switch (type / 1000) {
          case 0 -> 2;
          case 1, 2 -> 3;
          case 3 -> 4;
          default -> throw new IllegalArgumentException("a shape of type " + type + " is not read");
        };
    return new Head(type % 1000, ordinates);
  }

  private Optional<Drawn> shape() {
    Head head = head();
    return switch (head.type()) {
      case 1 -> point(head);
      case 2 -> drawn(Geometry.Type.LINESTRING, List.of(List.of(corners(head))));
      case 3 -> drawn(Geometry.Type.POLYGON, List.of(rings(head)));
      case 4 -> drawn(Geometry.Type.MULTIPOINT, many(1));
      case 5 -> drawn(Geometry.Type.MULTILINESTRING, many(2));
      case 6 -> drawn(Geometry.Type.MULTIPOLYGON, many(3));
      default ->
          throw new IllegalArgumentException(
              "a shape of type " + head.type() + " is not read; give each part a row of its own");
    };
  }

  private Optional<Drawn> point(Head head) {
    double x = bytes.getDouble();
    double y = bytes.getDouble();
    skip(head);
    return Double.isNaN(x) && Double.isNaN(y)
        ? Optional.empty()
        : Optional.of(Drawn.point(Drawn.ordinate(x), Drawn.ordinate(y)));
  }

  private static Optional<Drawn> drawn(Geometry.Type type, List<List<List<Corner>>> parts) {
    List<List<List<Corner>>> filled =
        parts.stream()
            .map(part -> part.stream().filter(list -> !list.isEmpty()).toList())
            .filter(part -> !part.isEmpty())
            .toList();
    return filled.isEmpty() ? Optional.empty() : Optional.of(new Drawn(type, filled));
  }

  private List<List<List<Corner>>> many(int type) {
    int count = count(5);
    List<List<List<Corner>>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Head head = head();
      if (head.type() != type) {
        throw new IllegalArgumentException("a part of the shape is of another kind");
      }
      switch (type) {
        case 1 -> parts.add(List.of(List.of(corner(head))));
        case 2 -> parts.add(List.of(corners(head)));
        default -> parts.add(rings(head));
      }
    }
    return parts;
  }

  private List<List<Corner>> rings(Head head) {
    int count = count(4);
    List<List<Corner>> rings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rings.add(corners(head));
    }
    return rings;
  }

  private List<Corner> corners(Head head) {
    int count = count(Double.BYTES * head.ordinates());
    List<Corner> corners = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      corners.add(corner(head));
    }
    return corners;
  }

  private Corner corner(Head head) {
    Corner corner =
        new Corner(Drawn.ordinate(bytes.getDouble()), Drawn.ordinate(bytes.getDouble()));
    skip(head);
    return corner;
  }

  private void skip(Head head) {
    for (int i = 2; i < head.ordinates(); i++) {
      bytes.getDouble();
    }
  }

  /** A count that the rest has room for: a huge one is a lie. */
  private int count(int bytesEach) {
    int count = bytes.getInt();
    if (count < 0 || count > bytes.remaining() / bytesEach) {
      throw new IllegalArgumentException(
          "the shape says " + count + " parts or points, for which it has no room");
    }
    return count;
  }
}
