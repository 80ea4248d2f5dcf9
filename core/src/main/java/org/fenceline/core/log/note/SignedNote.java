package org.fenceline.core.log.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/**
 * A text with signatures below it (C2SP signed-note).
 *
 * @param text lines, each with its end
 * @param signatures in the order in which they stand
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

  /** Most characters of a note: its text and some hundred of the largest signatures. */
  public static final int LONGEST = 512 * 1024;

  /** Most signatures that are read. */
  public static final int MOST_SIGNATURES = 100;

  private static final String CODE = "log.note";
  private static final String DASH = "\u2014 ";
  private static final int LONGEST_SIGNATURE = 16 * 1024;

  public SignedNote {
    signatures = List.copyOf(signatures);
  }

  /** A text that nobody has signed yet. */
  public static SignedNote unsigned(String text) {
    return new SignedNote(text, List.of());
  }

  /** The same note with more signatures; one that stands there already is not repeated. */
  public SignedNote with(List<NoteSignature> more) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    more.stream().filter(signature -> !all.contains(signature)).forEach(all::add);
    return new SignedNote(text, all);
  }

  /** The same note with the signatures of some keys alone. */
  public SignedNote onlyBy(Collection<VerifierKey> keys) {
    return new SignedNote(
        text,
        signatures.stream().filter(signature -> keys.stream().anyMatch(signature::isBy)).toList());
  }

  /**
   * Reads a note.
   *
   * @throws MalformedInput with the line at which it stops being one
   */
  public static SignedNote parse(String note) throws MalformedInput {
    if (note.length() > LONGEST) {
      throw malformed(0, "is longer than " + LONGEST + " characters");
    }
    int line = 1;
    for (int i = 0; i < note.length(); i++) {
      char c = note.charAt(i);
      if (c == '\n') {
        line++;
      } else if (Character.isISOControl(c)) {
        throw malformed(line, "holds a control character");
      }
    }
    if (!UTF_8.newEncoder().canEncode(note)) {
      throw malformed(0, "holds half a character");
    }
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n")) {
      throw malformed(0, "has no signatures: an empty line and signature lines end a note");
    }
    String text = note.substring(0, end + 1);
    int firstSignature = (int) text.chars().filter(c -> c == '\n').count() + 2;
    String block = note.substring(end + 2);
    if (block.isEmpty()) {
      throw malformed(firstSignature, "no signature follows the empty line");
    }
    return new SignedNote(text, signatures(block, firstSignature));
  }

  /** Reads signature lines, each with its end, as a witness answers them. */
  public static List<NoteSignature> signatures(String lines) throws MalformedInput {
    if (lines.length() > LONGEST || !lines.endsWith("\n")) {
      throw malformed(0, "are no signature lines");
    }
    return signatures(lines, 1);
  }

  private static List<NoteSignature> signatures(String block, int firstLine) throws MalformedInput {
    List<NoteSignature> signatures = new ArrayList<>();
    String[] lines = block.substring(0, block.length() - 1).split("\n", -1);
    if (lines.length > MOST_SIGNATURES) {
      throw malformed(firstLine, "has more than " + MOST_SIGNATURES + " signatures");
    }
    for (int i = 0; i < lines.length; i++) {
      signatures.add(signature(lines[i], firstLine + i));
    }
    return signatures;
  }

  private static NoteSignature signature(String line, int number) throws MalformedInput {
    int afterName = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || afterName < 0) {
      throw malformed(number, "a signature line reads: \u2014 name base64");
    }
    String name = line.substring(DASH.length(), afterName);
    if (!VerifierKey.isName(name)) {
      throw malformed(number, "\"" + name + "\" is no key name");
    }
    byte[] bytes =
        Base64Text.read(
            line.substring(afterName + 1), LONGEST_SIGNATURE, CODE, Place.ofLine(number));
    if (bytes.length <= Integer.BYTES) {
      throw malformed(number, "the signature is empty");
    }
    return new NoteSignature(
        name,
        ByteBuffer.wrap(bytes).getInt(),
        Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
  }

  private static MalformedInput malformed(int line, String message) {
    return new MalformedInput(new Problem(CODE, Place.ofLine(line), message, ""));
  }

  /** The note as it is written and published. */
  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature.line()).append('\n'));
    return note.toString();
  }
}
