package org.fenceline.core.log.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.regex.Pattern;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Sha256;

/**
 * What a log was at one size (C2SP tlog-checkpoint).
 *
 * @param origin the log's name
 * @param size leaves of its tree
 * @param root hash of its tree
 */
public record Checkpoint(String origin, long size, Sha256 root) {
  private static final String CODE = "log.checkpoint";
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final int LINES = 3;
  private static final byte[] SUBTREE = "subtree/v1\n\0".getBytes(UTF_8);

  /** The text that is signed, three lines. */
  public String text() {
    return origin + "\n" + size + "\n" + Base64Text.of(root.bytes()) + "\n";
  }

  /**
   * Reads a note's text as a checkpoint; further lines, which other logs may add, are not
   * understood and stay signed.
   */
  public static Checkpoint parse(String text) throws MalformedInput {
    String[] lines = text.split("\n", LINES + 1);
    if (lines.length <= LINES) {
      throw malformed(0, "a checkpoint has three lines: origin, tree size, root");
    }
    if (!VerifierKey.isName(lines[0])) {
      throw malformed(1, "\"" + lines[0] + "\" is not the name of a log");
    }
    if (!SIZE.matcher(lines[1]).matches()) {
      throw malformed(2, "\"" + lines[1] + "\" is not a tree size");
    }
    byte[] root = Base64Text.read(lines[2], Sha256.LENGTH, CODE, Place.ofLine(LINES));
    if (root.length != Sha256.LENGTH) {
      throw malformed(LINES, "a root has " + Sha256.LENGTH + " bytes");
    }
    return new Checkpoint(lines[0], Long.parseLong(lines[1]), Sha256.ofBytes(root));
  }

  private static MalformedInput malformed(int line, String message) {
    return new MalformedInput(new Problem(CODE, Place.ofLine(line), message, ""));
  }

  /** What an Ed25519 cosignature of type 0x04 signs (C2SP tlog-cosignature). */
  static byte[] cosigned(String checkpointText, Instant time) {
    return ("cosignature/v1\ntime " + time.getEpochSecond() + "\n" + checkpointText)
        .getBytes(UTF_8);
  }

  /** What an ML-DSA-44 cosignature of type 0x06 signs (C2SP tlog-cosignature). */
  byte[] cosignedAsSubtree(String cosigner, Instant time) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(SUBTREE);
    writeShort(message, cosigner);
    writeLong(message, time.getEpochSecond());
    writeShort(message, origin);
    writeLong(message, 0);
    writeLong(message, size);
    message.writeBytes(root.bytes());
    return message.toByteArray();
  }

  /** Names have at most 255 bytes, so that one byte tells their length. */
  private static void writeShort(ByteArrayOutputStream message, String name) {
    byte[] bytes = name.getBytes(UTF_8);
    message.write(bytes.length);
    message.writeBytes(bytes);
  }

  private static void writeLong(ByteArrayOutputStream message, long value) {
    message.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
  }
}
