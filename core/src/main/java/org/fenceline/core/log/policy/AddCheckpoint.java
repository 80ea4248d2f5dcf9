package org.fenceline.core.log.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.log.ConsistencyProof;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.Base64Text;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;

/**
 * What a witness is asked to cosign (C2SP tlog-witness, add-checkpoint).
 *
 * @param oldSize the size that the asker believes the witness to hold
 * @param path hashes of the consistency proof from that size
 * @param note the checkpoint with the log's signatures
 * @param checkpoint what the note says
 */
public record AddCheckpoint(
    long oldSize, List<byte[]> path, SignedNote note, Checkpoint checkpoint) {

  /** Longest request in characters. */
  public static final int LONGEST = SignedNote.LONGEST + 8 * 1024;

  private static final String CODE = "log.add-checkpoint";
  private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");

  public AddCheckpoint {
    path = List.copyOf(path);
  }

  /** A request for a checkpoint that was signed. */
  public static AddCheckpoint of(long oldSize, List<byte[]> path, SignedNote note)
      throws MalformedInput {
    return new AddCheckpoint(oldSize, path, note, Checkpoint.parse(note.text()));
  }

  /**
   * A request of a log whose witness holds a tree of an earlier size.
   *
   * @param hashes of the log's tree
   */
  public static AddCheckpoint following(
      long oldSize, SignedNote note, MerkleTree.StoredHashes hashes) throws MalformedInput {
    long size = Checkpoint.parse(note.text()).size();
    List<byte[]> path =
        oldSize == 0 ? List.of() : ConsistencyProof.of(oldSize, size, hashes).path();
    return of(oldSize, path, note);
  }

  /** Reads a request's body. */
  public static AddCheckpoint parse(String body) throws MalformedInput {
    if (body.length() > LONGEST) {
      throw malformed(0, "is longer than " + LONGEST + " characters");
    }
    int end = body.indexOf("\n\n");
    if (end < 0) {
      throw malformed(0, "an empty line ends the proof");
    }
    String[] lines = body.substring(0, end).split("\n", -1);
    var old = OLD.matcher(lines[0]);
    if (!old.matches()) {
      throw malformed(1, "the first line reads: old SIZE");
    }
    if (lines.length - 1 > ConsistencyProof.LONGEST_PATH) {
      throw malformed(1, "has more than " + ConsistencyProof.LONGEST_PATH + " hashes");
    }
    List<byte[]> path = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      path.add(Base64Text.read(lines[i], MerkleTree.HASH_LENGTH, CODE, Place.ofLine(i + 1)));
    }
    return of(Long.parseLong(old.group(1)), path, SignedNote.parse(body.substring(end + 2)));
  }

  private static MalformedInput malformed(int line, String message) {
    return new MalformedInput(new Problem(CODE, Place.ofLine(line), message, ""));
  }

  /** The request's body. */
  @Override
  public String toString() {
    StringBuilder body = new StringBuilder("old " + oldSize + "\n");
    path.forEach(hash -> body.append(Base64Text.of(hash)).append('\n'));
    return body.append('\n').append(note).toString();
  }
}
