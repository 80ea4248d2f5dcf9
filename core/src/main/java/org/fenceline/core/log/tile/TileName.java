package org.fenceline.core.log.tile;

import java.util.ArrayList;
import java.util.List;

/**
 * A tile: up to 256 neighbouring hashes of one level, as C2SP tlog-tiles publishes a log.
 *
 * @param level 0 for leaf hashes; a hash of level L+1 is the root of a full tile of level L
 * @param index count of tiles to its left
 * @param width hashes in it, 1 to 256; below 256 the tile is partial
 */
public record TileName(int level, long index, int width) {

  /** Hashes of a full tile. */
  public static final int FULL = 256;

  /** Binary levels of the tree in one level of tiles. */
  static final int HEIGHT = 8;

  private static final int HIGHEST_LEVEL = 7;

  public TileName {
    if (level < 0 || level > HIGHEST_LEVEL || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException("no such tile: " + level + "/" + index + "/" + width);
    }
  }

  public boolean isFull() {
    return width == FULL;
  }

  /** Path of its hashes below a log's prefix. */
  public String path() {
    return "tile/" + level + "/" + number() + suffix();
  }

  /** Path of its leaves below a log's prefix; a tile of level 0 has them. */
  public String entriesPath() {
    if (level != 0) {
      throw new IllegalStateException("only tiles of level 0 have entries");
    }
    return "tile/entries/" + number() + suffix();
  }

  private String suffix() {
    return isFull() ? "" : ".p/" + width;
  }

  /** The index in groups of three digits, all but the last marked by an x. */
  private String number() {
    StringBuilder text = new StringBuilder("%03d".formatted(index % 1000));
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      text.insert(0, "x%03d/".formatted(rest % 1000));
    }
    return text.toString();
  }

  /** All tiles that a tree of {@code size} leaves has, level by level. */
  public static List<TileName> ofTree(long size) {
    return added(0, size);
  }

  /** The tiles of a tree of {@code newSize} leaves that one of {@code oldSize} does not have. */
  public static List<TileName> added(long oldSize, long newSize) {
    List<TileName> tiles = new ArrayList<>();
    for (int level = 0; level <= HIGHEST_LEVEL && hashes(newSize, level) > 0; level++) {
      long before = hashes(oldSize, level);
      long after = hashes(newSize, level);
      for (long index = before / FULL; index * FULL < after; index++) {
        int width = (int) Math.min(FULL, after - index * FULL);
        if (index * FULL + width > before) {
          tiles.add(new TileName(level, index, width));
        }
      }
    }
    return tiles;
  }

  /** The last tile of each level of a tree, as far as it is partial. */
  public static List<TileName> partial(long size) {
    List<TileName> tiles = new ArrayList<>();
    for (int level = 0; level <= HIGHEST_LEVEL && hashes(size, level) > 0; level++) {
      int width = (int) (hashes(size, level) % FULL);
      if (width > 0) {
        tiles.add(new TileName(level, hashes(size, level) / FULL, width));
      }
    }
    return tiles;
  }

  /** Whether a tree has all hashes of the tile's place. */
  public boolean isFullIn(long size) {
    return hashes(size, level) >= (index + 1) * FULL;
  }

  /** Hashes that a tree has at a level of tiles. */
  static long hashes(long size, int level) {
    return size >> (HEIGHT * level);
  }
}
