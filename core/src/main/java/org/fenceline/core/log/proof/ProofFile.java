package org.fenceline.core.log.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.log.InclusionProof;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.Base64Text;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;

/** A {@code .tlog-proof} file (C2SP tlog-proof). */
public final class ProofFile {
  /** Most bytes that may travel beside a proof. */
  public static final int MOST_EXTRA_BYTES = 8 * 1024 * 1024;

  /** Longest file in characters. */
  public static final int LONGEST =
      MOST_EXTRA_BYTES / 3 * 4 + SignedNote.LONGEST + InclusionProof.LONGEST_PATH * 64;

  private static final String CODE = "proof.file";
  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final Pattern INDEX = Pattern.compile("index (0|[1-9][0-9]{0,17})");

  private final byte[] extra;
  private final InclusionProof inclusion;
  private final SignedNote note;
  private final Checkpoint checkpoint;

  private ProofFile(
      byte[] extra, InclusionProof inclusion, SignedNote note, Checkpoint checkpoint) {
    this.extra = extra.clone();
    this.inclusion = inclusion;
    this.note = note;
    this.checkpoint = checkpoint;
  }

  /**
   * A proof.
   *
   * @param extra what the leaf is rebuilt from; the proof itself does not authenticate it
   * @throws MalformedInput when the note is no checkpoint of the proof's tree
   */
  public static ProofFile of(byte[] extra, InclusionProof inclusion, SignedNote note)
      throws MalformedInput {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    if (checkpoint.size() != inclusion.size()) {
      throw malformed(0, "the proof is of another tree than the checkpoint");
    }
    return new ProofFile(extra, inclusion, note, checkpoint);
  }

  /** Reads a file. */
  public static ProofFile parse(String text) throws MalformedInput {
    if (text.length() > LONGEST) {
      throw malformed(0, "is longer than " + LONGEST + " characters");
    }
    int end = text.indexOf("\n\n");
    if (end < 0) {
      throw malformed(0, "an empty line stands before the checkpoint");
    }
    List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)));
    if (!lines.getFirst().equals(HEADER)) {
      throw malformed(1, "the first line reads: " + HEADER);
    }
    int next = 1;
    byte[] extra = {};
    if (lines.size() > next && lines.get(next).startsWith(EXTRA)) {
      extra =
          Base64Text.read(
              lines.get(next).substring(EXTRA.length()),
              MOST_EXTRA_BYTES,
              CODE,
              Place.ofLine(next + 1));
      next++;
    }
    var index = INDEX.matcher(lines.size() > next ? lines.get(next) : "");
    if (!index.matches()) {
      throw malformed(next + 1, "the line reads: index NUMBER");
    }
    next++;
    if (lines.size() - next > InclusionProof.LONGEST_PATH) {
      throw malformed(next + 1, "has more than " + InclusionProof.LONGEST_PATH + " hashes");
    }
    List<byte[]> path = new ArrayList<>();
    for (int i = next; i < lines.size(); i++) {
      path.add(Base64Text.read(lines.get(i), MerkleTree.HASH_LENGTH, CODE, Place.ofLine(i + 1)));
    }
    SignedNote note = SignedNote.parse(text.substring(end + 2));
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    return new ProofFile(
        extra,
        new InclusionProof(Long.parseLong(index.group(1)), checkpoint.size(), path),
        note,
        checkpoint);
  }

  private static MalformedInput malformed(int line, String message) {
    return new MalformedInput(
        new Problem(CODE, Place.ofLine(line), message, "ask for the proof again"));
  }

  public byte[] extra() {
    return extra.clone();
  }

  public InclusionProof inclusion() {
    return inclusion;
  }

  public SignedNote note() {
    return note;
  }

  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** The file. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    if (extra.length > 0) {
      text.append(EXTRA).append(Base64Text.of(extra)).append('\n');
    }
    text.append("index ").append(inclusion.index()).append('\n');
    inclusion.path().forEach(hash -> text.append(Base64Text.of(hash)).append('\n'));
    return text.append('\n').append(note).toString();
  }
}
