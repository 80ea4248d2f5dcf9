package org.fenceline.core.log.tile;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.MerkleTree.StoredHashes;
import org.fenceline.core.log.NodePosition;

/**
 * The tree hashes of a log of a given size, read from its tiles. Keeps the tiles that it read last;
 * for one thread.
 */
public final class Tiles implements StoredHashes {
  private static final int KEPT = 64;

  private final long size;
  private final Source source;
  private final Map<TileName, byte[]> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TileName, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  /** Where tiles come from. */
  @FunctionalInterface
  public interface Source {
    /** The tile's hashes one after another; {@code width} times 32 bytes. */
    byte[] read(TileName tile);
  }

  /** The tiles of a tree of {@code size} leaves. */
  public Tiles(long size, Source source) {
    this.size = size;
    this.source = source;
  }

  @Override
  public byte[] at(long position) {
    int level = NodePosition.level(position);
    long index = NodePosition.index(position);
    int inTile = level % TileName.HEIGHT;
    int tileLevel = level / TileName.HEIGHT;
    long first = index << inTile;
    byte[] tile = tile(tileLevel, first / TileName.FULL);
    int offset = (int) (first % TileName.FULL);
    int count = 1 << inTile;
    if ((offset + count) * MerkleTree.HASH_LENGTH > tile.length) {
      throw new IllegalArgumentException("the tree of " + size + " leaves has no such hash");
    }
    List<byte[]> hashes = new ArrayList<>();
    for (int i = offset; i < offset + count; i++) {
      hashes.add(hash(tile, i));
    }
    while (hashes.size() > 1) {
      List<byte[]> above = new ArrayList<>();
      for (int i = 0; i < hashes.size(); i += 2) {
        above.add(MerkleTree.nodeHash(hashes.get(i), hashes.get(i + 1)));
      }
      hashes = above;
    }
    return hashes.getFirst();
  }

  private byte[] tile(int level, long index) {
    long there = TileName.hashes(size, level) - index * TileName.FULL;
    if (there < 1) {
      throw new IllegalArgumentException("the tree of " + size + " leaves has no such tile");
    }
    TileName name = new TileName(level, index, (int) Math.min(TileName.FULL, there));
    return kept.computeIfAbsent(name, source::read);
  }

  /** One hash of a tile. */
  public static byte[] hash(byte[] tile, int index) {
    int from = index * MerkleTree.HASH_LENGTH;
    return Arrays.copyOfRange(tile, from, from + MerkleTree.HASH_LENGTH);
  }

  /** A tile's bytes, from the stored hashes of a tree that has it. */
  public static byte[] bytes(TileName tile, StoredHashes hashes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(tile.width() * MerkleTree.HASH_LENGTH);
    long first = tile.index() * TileName.FULL;
    for (long index = first; index < first + tile.width(); index++) {
      bytes.writeBytes(hashes.at(NodePosition.of(TileName.HEIGHT * tile.level(), index)));
    }
    return bytes.toByteArray();
  }
}
