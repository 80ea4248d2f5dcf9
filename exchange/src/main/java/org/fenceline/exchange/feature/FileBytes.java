package org.fenceline.exchange.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;

/** Reads a file whole within a limit. */
public final class FileBytes {

  /** Largest file in bytes. */
  public static final int MOST_BYTES = 512 * 1024 * 1024;

  private FileBytes() {}

  /** The bytes of a file. */
  public static byte[] of(Path path) throws MalformedInput {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw limit("is larger than " + MOST_BYTES + " bytes", "split it");
      }
      return bytes;
    } catch (IOException e) {
      throw damaged("cannot be read: " + e.getMessage());
    }
  }

  /** A file that breaks off or is not what its name says. */
  public static MalformedInput damaged(String message) {
    return new MalformedInput(
        new Problem("import.damaged", Place.UNKNOWN, message, "take another copy of the file"));
  }

  /** A file beyond what is read. */
  public static MalformedInput limit(String message, String mend) {
    return new MalformedInput(new Problem("import.limit", Place.UNKNOWN, message, mend));
  }
}
