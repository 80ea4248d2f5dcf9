package org.fenceline.exchange.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.fenceline.core.land.extract.Figure;
import org.fenceline.core.land.extract.Figure.Corner;

/**
 * Figures as the binary of a GeoPackage (OGC 12-128r18, 2.1.3): a head with the bounds of all but
 * points, then Well-Known Binary. Areas and lines are always of many parts, so that a layer's
 * shapes are alike.
 */
final class GeometryWriter {
  private static final int WGS_84 = 4326;
  private static final byte LITTLE_ENDIAN = 1;
  private static final byte WITHOUT_BOUNDS = 1;
  private static final byte WITH_BOUNDS = 3;
  private static final int HEAD_BYTES = 8;

  private GeometryWriter() {}

  /**
   * A figure's bounds.
   *
   * @param west least longitude
   * @param east greatest longitude
   * @param south least latitude
   * @param north greatest latitude
   */
  record Bounds(double west, double east, double south, double north) {
    static Bounds of(Figure figure) {
      List<Corner> corners = figure.corners();
      return new Bounds(
          corners.stream().mapToDouble(Corner::x).min().orElseThrow(),
          corners.stream().mapToDouble(Corner::x).max().orElseThrow(),
          corners.stream().mapToDouble(Corner::y).min().orElseThrow(),
          corners.stream().mapToDouble(Corner::y).max().orElseThrow());
    }

    Bounds and(Bounds other) {
      return new Bounds(
          Math.min(west, other.west),
          Math.max(east, other.east),
          Math.min(south, other.south),
          Math.max(north, other.north));
    }
  }

  static byte[] bytes(Figure figure) {
    boolean isPoint = isPoint(figure);
    int bounds = isPoint ? 0 : 4 * Double.BYTES;
    ByteBuffer bytes = ByteBuffer.allocate(HEAD_BYTES + bounds + wkbBytes(figure));
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 'G').put((byte) 'P').put((byte) 0);
    bytes.put(isPoint ? WITHOUT_BOUNDS : WITH_BOUNDS).putInt(WGS_84);
    if (!isPoint) {
      Bounds box = Bounds.of(figure);
      bytes.putDouble(box.west()).putDouble(box.east());
      bytes.putDouble(box.south()).putDouble(box.north());
    }
    if (isPoint) {
      head(bytes, 1);
      corner(bytes, figure.parts().getFirst().getFirst().getFirst());
      return bytes.array();
    }
    head(bytes, type(figure) + 3);
    bytes.putInt(figure.parts().size());
    for (List<List<Corner>> part : figure.parts()) {
      head(bytes, type(figure));
      switch (figure.kind()) {
        case MULTIPOINT -> corner(bytes, part.getFirst().getFirst());
        case MULTILINESTRING -> corners(bytes, part.getFirst());
        case MULTIPOLYGON -> {
          bytes.putInt(part.size());
          part.forEach(ring -> corners(bytes, ring));
        }
      }
    }
    return bytes.array();
  }

  private static boolean isPoint(Figure figure) {
    return figure.kind() == Figure.Kind.MULTIPOINT && figure.parts().size() == 1;
  }

  /** The number of a part's type in Well-Known Binary; that of many is three more. */
  private static int type(Figure figure) {
    return switch (figure.kind()) {
      case MULTIPOINT -> 1;
      case MULTILINESTRING -> 2;
      case MULTIPOLYGON -> 3;
    };
  }

  private static int wkbBytes(Figure figure) {
    int bytes = 9;
    for (List<List<Corner>> part : figure.parts()) {
      bytes = Math.addExact(bytes, 9);
      for (List<Corner> list : part) {
        bytes = Math.addExact(bytes, 4 + Math.multiplyExact(2 * Double.BYTES, list.size()));
      }
    }
    // Of points and lines some counts are not written.
    return switch (figure.kind()) {
      case MULTIPOINT ->
          isPoint(figure)
              ? 5 + 2 * Double.BYTES
              : 9 + figure.parts().size() * (5 + 2 * Double.BYTES);
      case MULTILINESTRING -> bytes - 4 * figure.parts().size();
      case MULTIPOLYGON -> bytes;
    };
  }

  private static void head(ByteBuffer bytes, int type) {
    bytes.put(LITTLE_ENDIAN).putInt(type);
  }

  private static void corners(ByteBuffer bytes, List<Corner> corners) {
    bytes.putInt(corners.size());
    corners.forEach(corner -> corner(bytes, corner));
  }

  private static void corner(ByteBuffer bytes, Corner corner) {
    bytes.putDouble(corner.x()).putDouble(corner.y());
  }
}
