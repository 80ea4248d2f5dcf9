package org.fenceline.exchange.publication;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.fenceline.core.log.GrowingTree;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.tile.TileName;
import org.fenceline.core.log.tile.Tiles;
import org.fenceline.store.Progress;

/** Holds all tiles of a published log against each other and against its checkpoint. */
public final class PublishedTiles {
  private static final int PROGRESS_EVERY = 100;

  private final PublishedLog published;
  private final Checkpoint checkpoint;

  public PublishedTiles(PublishedLog published, Checkpoint checkpoint) {
    this.published = published;
    this.checkpoint = checkpoint;
  }

  /**
   * The tree hashes that lead to the checkpoint's root.
   *
   * @throws PublicationException with the first tile that does not fit
   */
  public MerkleTree.StoredHashes verified(Progress progress) {
    var tiles = TileName.ofTree(checkpoint.size());
    for (int i = 0; i < tiles.size(); i++) {
      check(tiles.get(i));
      if ((i + 1) % PROGRESS_EVERY == 0) {
        progress.at(i + 1, tiles.size());
      }
    }
    MerkleTree.StoredHashes hashes = published.hashes(checkpoint.size());
    if (!Arrays.equals(MerkleTree.root(checkpoint.size(), hashes), checkpoint.root().bytes())) {
      throw PublishedLog.damaged(
          tiles.isEmpty()
              ? published.checkpointFile()
              : published.folder().resolve(tiles.getLast().path()),
          "the tiles do not lead to the root of the checkpoint",
          null);
    }
    return hashes;
  }

  private void check(TileName tile) {
    byte[] hashes = published.tile(tile);
    Path file = published.folder().resolve(tile.path());
    if (tile.level() == 0) {
      Optional<byte[]> leaves = published.leaves(tile);
      if (leaves.isPresent()) {
        checkLeaves(tile, hashes, leaves.get());
      }
      return;
    }
    for (int i = 0; i < tile.width(); i++) {
      TileName below =
          new TileName(tile.level() - 1, tile.index() * TileName.FULL + i, TileName.FULL);
      if (!Arrays.equals(Tiles.hash(hashes, i), rootOf(published.tile(below)))) {
        throw PublishedLog.damaged(file, "does not fit the tile below it, " + below.path(), null);
      }
    }
  }

  private static byte[] rootOf(byte[] fullTile) {
    GrowingTree tree = GrowingTree.empty();
    for (int i = 0; i < TileName.FULL; i++) {
      tree.add(Tiles.hash(fullTile, i), (_, _) -> {});
    }
    return tree.root();
  }

  private void checkLeaves(TileName tile, byte[] hashes, byte[] leaves) {
    ByteBuffer rest = ByteBuffer.wrap(leaves);
    for (int i = 0; i < tile.width(); i++) {
      int length = rest.remaining() < Short.BYTES ? -1 : rest.getShort() & 0xffff;
      if (length < 0 || length > rest.remaining()) {
        throw PublishedLog.damaged(
            published.folder().resolve(tile.entriesPath()), "is cut short", null);
      }
      byte[] leaf = new byte[length];
      rest.get(leaf);
      if (!Arrays.equals(MerkleTree.leafHash(leaf), Tiles.hash(hashes, i))) {
        throw PublishedLog.damaged(
            published.folder().resolve(tile.path()),
            "its hash of leaf "
                + (tile.index() * TileName.FULL + i)
                + " is not that of the leaf in "
                + tile.entriesPath(),
            null);
      }
    }
  }
}
