package org.fenceline.exchange.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.fenceline.core.entry.EntryBundle;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.tile.TileName;
import org.fenceline.core.log.tile.Tiles;

/**
 * A published log as it lies in a folder; nothing in it is believed before it is verified.
 *
 * @param folder the folder
 */
public record PublishedLog(Path folder) {
  /** Largest published entry in bytes. */
  private static final int MOST_ENTRY_BYTES = 8 * 1024 * 1024;

  private static final int LONGEST_LEAF = 0xffff;

  private static final String CHECKPOINT = "checkpoint";

  /** The file that says how far the log was published. */
  Path checkpointFile() {
    return folder.resolve(CHECKPOINT);
  }

  /** The note in {@code checkpoint}; empty when nothing was published yet. */
  public Optional<SignedNote> checkpoint() {
    if (!Files.exists(checkpointFile())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          SignedNote.parse(new String(bytes(checkpointFile(), SignedNote.LONGEST), UTF_8)));
    } catch (MalformedInput e) {
      throw damaged(checkpointFile(), String.valueOf(e.getMessage()), e);
    }
  }

  /** Tree hashes of the log at a published size. */
  public MerkleTree.StoredHashes hashes(long size) {
    return new Tiles(size, this::tile);
  }

  /** A tile's hashes; a partial tile may have been pruned for the full one. */
  byte[] tile(TileName tile) {
    Path file = folder.resolve(tile.path());
    if (!Files.exists(file) && !tile.isFull()) {
      file = folder.resolve(new TileName(tile.level(), tile.index(), TileName.FULL).path());
    }
    byte[] bytes = bytes(file, TileName.FULL * MerkleTree.HASH_LENGTH);
    if (bytes.length < tile.width() * MerkleTree.HASH_LENGTH) {
      throw damaged(file, "the tile is cut short", null);
    }
    return bytes;
  }

  /** The leaves of a tile of level 0 as they were published beside it, if they are there. */
  Optional<byte[]> leaves(TileName tile) {
    Path file = folder.resolve(tile.entriesPath());
    return Files.exists(file)
        ? Optional.of(bytes(file, TileName.FULL * (Short.BYTES + LONGEST_LEAF)))
        : Optional.empty();
  }

  Path entryFile(long leafIndex) {
    return folder.resolve("entries").resolve(leafIndex + ".json");
  }

  /** A public entry with its salt, if the leaf's was published. */
  public Optional<EntryBundle> entry(long leafIndex) {
    Path file = entryFile(leafIndex);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          EntryBundle.parse(new String(bytes(file, MOST_ENTRY_BYTES), UTF_8).stripTrailing()));
    } catch (MalformedInput e) {
      throw damaged(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static byte[] bytes(Path file, int most) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw damaged(file, "is larger than " + most + " bytes", null);
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw damaged(file, "is missing", e);
    } catch (IOException e) {
      throw damaged(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  static PublicationException damaged(
      Path file, String message, @org.jspecify.annotations.Nullable Throwable cause) {
    return new PublicationException(
        "publish.damaged", file, message, "take another copy of what was published", cause);
  }
}
