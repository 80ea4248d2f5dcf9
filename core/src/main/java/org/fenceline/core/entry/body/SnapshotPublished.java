package org.fenceline.core.entry.body;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Sha256;

/**
 * The land was written into a file for others; docs/formats/snapshot.md specifies its digests.
 * {@code on} is the day of which the file speaks.
 *
 * @param number of the release, from 1, among those of the same level and area
 * @param level who may read the file: public or restricted
 * @param area only what touches this is in the file; empty for everything
 * @param logSize how many entries of the log it shows
 * @param root root of the log of that size
 * @param rows SHA-256 of its canonical rows
 * @param list SHA-256 of the list of its rows, each with its own SHA-256
 * @param layers how many rows each layer has
 * @param changes what differs from the release before; empty for the first, and where the release
 *     before cannot be made again
 */
@Meaning("The land was written into a file for others; on is the day of which it speaks.")
public record SnapshotPublished(
    @Meaning("Number of the release among those of the same level and area.") Count number,
    @Meaning("Who may read the file: public or restricted.") Disclosure level,
    @Meaning("Only what touches this is in the file; left out for everything.")
        Optional<Geometry> area,
    @Meaning("How many entries of the log it shows.") Count logSize,
    @Meaning("Root of the log of that size.") Sha256 root,
    @Meaning("SHA-256 of its canonical rows.") Sha256 rows,
    @Meaning("SHA-256 of the list of its rows, each with its own SHA-256.") Sha256 list,
    @Meaning("How many rows each layer has.") List<LayerRows> layers,
    @Meaning("What differs from the release before.") Optional<Changes> changes)
    implements Body {

  /** Most changes that are named one by one. */
  public static final int MOST_NAMED = 50;

  /** Most layers of one file. */
  public static final int MOST_LAYERS = 1_000;

  /**
   * A layer's rows.
   *
   * @param layer its name
   * @param rows how many
   */
  public record LayerRows(
      @Meaning("The layer's name.") Name layer, @Meaning("How many rows it has.") Count rows) {}

  /** What became of a row. */
  public enum What {
    ADDED,
    CHANGED,
    REMOVED
  }

  /**
   * A row that is not as it was.
   *
   * @param what what became of it
   * @param layer its layer
   * @param row its id in the layer
   */
  public record Change(
      @Meaning("What became of it.") What what,
      @Meaning("Its layer.") Name layer,
      @Meaning("Its id in the layer.") String row) {}

  /**
   * What differs from an earlier release.
   *
   * @param since the entry of that release
   * @param added rows that were not there
   * @param changed rows of the same id that say something else
   * @param removed rows that are there no more
   * @param sha256 of all changes, as the file's table {@code snapshot_changes} lists them
   * @param named the changes, where they are few
   */
  public record Changes(
      @Meaning("The entry of that release.") EntryRef since,
      @Meaning("Rows that were not there.") Count added,
      @Meaning("Rows of the same id that say something else.") Count changed,
      @Meaning("Rows that are there no more.") Count removed,
      @Meaning("SHA-256 of all changes, as the file lists them.") Sha256 sha256,
      @Meaning("The changes, where they are few.") List<Change> named) {
    public Changes {
      named = List.copyOf(named);
      if (named.size() > MOST_NAMED) {
        throw new IllegalArgumentException("more than " + MOST_NAMED + " changes are not named");
      }
    }
  }

  public SnapshotPublished {
    layers = List.copyOf(layers);
    if (number.number() < 1) {
      throw new IllegalArgumentException("the first release has the number 1");
    }
    if (level == Disclosure.SEALED) {
      throw new IllegalArgumentException("what is sealed leaves in no snapshot");
    }
    if (layers.size() > MOST_LAYERS) {
      throw new IllegalArgumentException("a snapshot has at most " + MOST_LAYERS + " layers");
    }
    HazardousArea.requireArea(area);
  }
}
