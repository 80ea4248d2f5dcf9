package org.fenceline.core.recovery;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.VerifierKey;

/**
 * What comes back of a lost log, and what does not.
 *
 * @param size leaves that the log had by the largest checkpoint that is known of it
 * @param held who holds the content of which leaf
 * @param hashOnly leaves of which only the hash is known
 * @param unknown leaves of which not even the hash is known, only that they were signed
 * @param recognised entries of the log that each source has, whether or not one before had them
 * @param refused what was offered and not taken
 * @param checkpoints the checkpoints of this log that came to light
 * @param keys the keys that the log made known
 */
public record Placement(
    long size,
    SortedMap<Long, Held> held,
    SortedSet<Long> hashOnly,
    SortedSet<Long> unknown,
    List<Integer> recognised,
    List<Refusal> refused,
    List<SeenCheckpoint> checkpoints,
    List<VerifierKey> keys) {

  /**
   * Where the content of a leaf lies.
   *
   * @param source number of the source
   * @param row its place in the source
   */
  public record Held(int source, long row) {}

  /**
   * Something that was not taken.
   *
   * @param source who offered it
   * @param what which entry
   * @param why why it was not taken
   */
  public record Refusal(String source, String what, String why) {
    @Override
    public String toString() {
      return source + ", " + what + ": " + why;
    }
  }

  /** Whether a checkpoint is one of the same history. */
  public enum Agreement {
    /** It is: its root was computed again from leaves, or its proofs hold all published leaves. */
    AGREES,
    /** It is signed by the log's keys and shows another history. */
    CONTRADICTS,
    /** Too little is at hand to compute its root. */
    UNDECIDED,
    /** None of the log's keys signed it, so that it says nothing. */
    UNSIGNED
  }

  /**
   * A checkpoint of the lost log that somebody kept.
   *
   * @param checkpoint what the log was
   * @param note the checkpoint with its signatures; what a folder of keys remembers has none
   * @param from who kept it
   * @param agreement whether it is one of the history that was published
   */
  public record SeenCheckpoint(
      Checkpoint checkpoint, Optional<SignedNote> note, String from, Agreement agreement) {}

  public Placement {
    held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
    hashOnly = Collections.unmodifiableSortedSet(new TreeSet<>(hashOnly));
    unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
    recognised = List.copyOf(recognised);
    refused = List.copyOf(refused);
    checkpoints = List.copyOf(checkpoints);
    keys = List.copyOf(keys);
  }

  /** Whether every leaf that was signed has its content. */
  public boolean isComplete() {
    return held.size() == size;
  }

  /** Leaves without content. */
  public SortedSet<Long> lost() {
    SortedSet<Long> lost = new TreeSet<>(hashOnly);
    lost.addAll(unknown);
    return lost;
  }
}
