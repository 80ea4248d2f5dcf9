package org.fenceline.cli.terminal;

import java.io.IOException;
import java.nio.file.Path;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.store.key.DurableFile;

/** Files that a command writes for its user: whole or not at all. */
public final class Output {
  private Output() {}

  /** Writes a file that the user named, in the place of one that is there. */
  public static void write(Surroundings surroundings, String name, byte[] bytes) {
    Path file = surroundings.file(name);
    try {
      DurableFile.write(file, bytes);
    } catch (IOException e) {
      RefusedRequest refused =
          new RefusedRequest(
              new Problem(
                  "output.unwritable",
                  Place.UNKNOWN.in(name),
                  "cannot be written: " + e.getMessage(),
                  "make room, or name a folder that is there"));
      refused.initCause(e);
      throw refused;
    }
  }
}
