package org.fenceline.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Sha256;

/**
 * A file or standard input that a user named, read whole within a limit.
 *
 * @param name the name as the user wrote it
 * @param text its text
 * @param sha256 digest of its bytes
 */
public record Input(String name, String text, Sha256 sha256) {

  /** Largest input in bytes. */
  public static final int MOST_BYTES = 512 * 1024 * 1024;

  /** Reads a file, or standard input for {@code -}. */
  public static Input read(Surroundings surroundings, String name) {
    return read(surroundings, name, MOST_BYTES);
  }

  /** Reads a file, or standard input for {@code -}, within a limit. */
  public static Input read(Surroundings surroundings, String name, int mostBytes) {
    byte[] bytes = bytes(surroundings, name, mostBytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Input(name, text, Sha256.of(bytes));
    } catch (CharacterCodingException e) {
      throw refused("input.encoding", name, "is not UTF-8 text", "save it as UTF-8", e);
    }
  }

  /** Makes something of a text. */
  @FunctionalInterface
  public interface Parser<T> {
    T parse(String text) throws MalformedInput;
  }

  /** Reads a file, or standard input, as what it should be; a complaint names the file. */
  public static <T> T parsed(Surroundings surroundings, String name, Parser<T> parser)
      throws MalformedInput {
    try {
      return parser.parse(read(surroundings, name).text());
    } catch (MalformedInput e) {
      throw e.in(name);
    }
  }

  /** The bytes of a file, or of standard input for {@code -}, within a limit. */
  public static byte[] readBytes(Surroundings surroundings, String name, int mostBytes) {
    return bytes(surroundings, name, mostBytes);
  }

  /** The bytes of a file, or of standard input for {@code -}, to be read as they come. */
  public static InputStream stream(Surroundings surroundings, String name) {
    try {
      return opened(surroundings, name);
    } catch (NoSuchFileException e) {
      throw refused("input.missing", name, "there is no such file", "check the name", e);
    } catch (IOException e) {
      throw refused("input.unreadable", name, "cannot be read: " + e.getMessage(), "", e);
    }
  }

  private static InputStream opened(Surroundings surroundings, String name) throws IOException {
    return name.equals("-")
        ? surroundings.in()
        : Files.newInputStream(regular(surroundings.file(name), name));
  }

  private static byte[] bytes(Surroundings surroundings, String name, int mostBytes) {
    try (InputStream in = opened(surroundings, name)) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw refused(
            "input.size", name, "is larger than " + mostBytes + " bytes", "split it", null);
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw refused("input.missing", name, "there is no such file", "check the name", e);
    } catch (IOException e) {
      throw refused("input.unreadable", name, "cannot be read: " + e.getMessage(), "", e);
    }
  }

  private static Path regular(Path path, String name) {
    if (Files.isDirectory(path)) {
      throw refused("input.missing", name, "is a folder", "name a file", null);
    }
    return path;
  }

  private static RefusedRequest refused(
      String code,
      String name,
      String message,
      String mend,
      @org.jspecify.annotations.Nullable Throwable cause) {
    RefusedRequest refused =
        new RefusedRequest(new Problem(code, Place.UNKNOWN.in(name), message, mend));
    if (cause != null) {
      refused.initCause(cause);
    }
    return refused;
  }
}
