package org.fenceline.exchange.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.EntryBundle;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Signed;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.tile.TileName;
import org.fenceline.core.log.tile.Tiles;
import org.fenceline.store.Progress;
import org.fenceline.store.Reading;
import org.fenceline.store.Salted;
import org.fenceline.store.key.DurableFile;

/**
 * Publishes a log into a folder, only what is new since the last time.
 *
 * <p>A leaf's life: its tiles and, where it is public, its entry are written beside, synced and
 * renamed; then the checkpoint that covers them takes the place of the older one; then partial
 * tiles that a full one covers go. A break at any point leaves an older checkpoint with all that it
 * needs.
 */
public final class Publication {
  private static final int PROGRESS_EVERY = 100;

  private final Reading reading;
  private final PublishedLog published;

  public Publication(Reading reading, PublishedLog published) {
    this.reading = reading;
    this.published = published;
  }

  /**
   * What was published.
   *
   * @param tiles files of hashes written
   * @param entries public entries written
   * @param pruned partial tiles taken away
   */
  public record Written(int tiles, int entries, int pruned) {}

  /**
   * The checkpoint that lies in the folder, once it is seen to be one of this very log.
   *
   * @throws PublicationException when it is of another log, or of a history that this register does
   *     not hold
   */
  public Optional<Checkpoint> extended() throws MalformedInput {
    Optional<SignedNote> note = published.checkpoint();
    if (note.isEmpty()) {
      return Optional.empty();
    }
    Checkpoint before = Checkpoint.parse(note.get().text());
    if (!before.origin().equals(reading.identity().origin().text())) {
      throw refused("publish.origin", "holds the log of " + before.origin(), "name another folder");
    }
    if (before.size() > reading.size()) {
      throw refused(
          "log.behind",
          "was published with " + before.size() + " entries, the register has " + reading.size(),
          "this is an older state of the register: restore a newer backup, or bring back what it"
              + " lacks with: fenceline recover");
    }
    if (!before.root().equals(reading.root(before.size()))) {
      throw refused(
          "log.forked",
          "the first "
              + before.size()
              + " entries that were published are not those of the register",
          "find the first that differs with: fenceline audit --against DIR");
    }
    return Optional.of(before);
  }

  private PublicationException refused(String code, String message, String mend) {
    return new PublicationException(code, published.folder(), message, mend, null);
  }

  /** Publishes the log as a checkpoint of it says; the note was verified before it was signed. */
  public Written publish(SignedNote note, Progress progress) throws MalformedInput {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    long before = extended().map(Checkpoint::size).orElse(0L);
    List<TileName> tiles = TileName.added(before, checkpoint.size());
    MerkleTree.StoredHashes hashes = reading.treeHashes();
    int done = 0;
    for (TileName tile : tiles) {
      put(tile.path(), Tiles.bytes(tile, hashes));
      if (tile.level() == 0) {
        put(tile.entriesPath(), leaves(tile));
      }
      done++;
      if (done % PROGRESS_EVERY == 0) {
        progress.at(done, tiles.size());
      }
    }
    int entries = 0;
    // From the first leaf on: an endorsement may have opened an entry that was recorded long ago.
    for (Logged entry : reading.publicEntries(0, checkpoint.size())) {
      Path file = published.entryFile(entry.leafIndex());
      if (!Files.exists(file)) {
        put(
            published.folder().relativize(file).toString(),
            (bundle(reading, entry).text() + "\n").getBytes(UTF_8));
        entries++;
      }
    }
    // Somebody else may have published meanwhile: the checkpoint only ever grows.
    if (extended().map(Checkpoint::size).orElse(0L) <= checkpoint.size()) {
      try {
        DurableFile.write(published.checkpointFile(), note.toString().getBytes(UTF_8));
      } catch (IOException e) {
        throw unwritable(published.checkpointFile(), e);
      }
    }
    return new Written(tiles.size(), entries, prune(before, checkpoint.size()));
  }

  /** An entry with its salt and the signatures of its author. */
  public static EntryBundle bundle(Reading reading, Logged entry) {
    Salted salted = reading.salted(entry.leafIndex());
    List<Signed> signatures =
        reading.signaturesOver(entry.contentHash()).stream()
            .map(Logged::body)
            .filter(Signed.class::isInstance)
            .map(Signed.class::cast)
            .filter(signed -> signed.person().equals(entry.entry().recordedBy()))
            .toList();
    return new EntryBundle(salted.recorded().canonicalJson(), salted.salt(), signatures);
  }

  private byte[] leaves(TileName tile) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long first = tile.index() * TileName.FULL;
    for (byte[] leaf : reading.leaves(first, first + tile.width())) {
      bytes.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort((short) leaf.length).array());
      bytes.writeBytes(leaf);
    }
    return bytes.toByteArray();
  }

  /** Writes a file that never changes; one that is there must have the same bytes. */
  private void put(String path, byte[] bytes) {
    Path file = published.folder().resolve(path);
    try {
      if (Files.exists(file)) {
        if (!Arrays.equals(Files.readAllBytes(file), bytes)) {
          throw new PublicationException(
              "publish.other-bytes",
              file,
              "was published with other bytes",
              "find out why with: fenceline audit --against DIR",
              null);
        }
        return;
      }
      DurableFile.makeFolderOf(file);
      DurableFile.write(file, bytes);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static PublicationException unwritable(Path file, IOException e) {
    return new PublicationException(
        "publish.folder", file, "cannot be written: " + e.getMessage(), "make room or allow it", e);
  }

  /** Takes away partial tiles of the older tree that a full tile covers now. */
  private int prune(long before, long size) {
    int pruned = 0;
    for (TileName tile : TileName.partial(before)) {
      if (tile.isFullIn(size)) {
        pruned += delete(tile.path());
        pruned += tile.level() == 0 ? delete(tile.entriesPath()) : 0;
      }
    }
    return pruned;
  }

  private int delete(String path) {
    Path file = published.folder().resolve(path);
    try {
      return Files.deleteIfExists(file) ? 1 : 0;
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }
}
