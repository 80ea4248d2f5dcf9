package org.fenceline.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.store.key.DurableFile;

/** Files that a command writes for its user: whole or not at all. */
public final class Output {
  private Output() {}

  /** Writes a file that the user named, in the place of one that is there. */
  public static void write(Surroundings surroundings, String name, byte[] bytes) {
    try {
      DurableFile.write(surroundings.file(name), bytes);
    } catch (IOException e) {
      throw unwritable(name, e);
    }
  }

  /** Writes a new file that its owner alone may read. */
  public static void writePrivate(Surroundings surroundings, String name, byte[] bytes) {
    refuseExisting(surroundings, name);
    try {
      DurableFile.writePrivate(surroundings.file(name), bytes);
    } catch (IOException e) {
      throw unwritable(name, e);
    }
  }

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes a file, whole and synced or not at all.
   *
   * @param isPrivate whether its owner alone may read it
   */
  public static void write(
      Surroundings surroundings, String name, boolean isPrivate, Content content) {
    try {
      DurableFile.stream(surroundings.file(name), isPrivate, content::write);
    } catch (IOException e) {
      throw unwritable(name, e);
    }
  }

  /** Makes a whole, synced file at a path that is not yet its own. */
  @FunctionalInterface
  public interface Maker {
    void make(Path beside) throws IOException, MalformedInput;
  }

  /**
   * Makes a file beside the one that the user named, and gives it its name when it is whole.
   *
   * @param isPrivate whether its owner alone may read it
   */
  public static void made(Surroundings surroundings, String name, boolean isPrivate, Maker maker)
      throws MalformedInput {
    List<MalformedInput> refused = new ArrayList<>();
    try {
      DurableFile.made(
          surroundings.file(name),
          isPrivate,
          beside -> {
            try {
              maker.make(beside);
            } catch (MalformedInput e) {
              refused.add(e);
              throw new IOException(e);
            }
          });
    } catch (IOException e) {
      if (!refused.isEmpty()) {
        throw refused.getFirst();
      }
      throw unwritable(name, e);
    }
  }

  /** Refuses a file that is there unless it is to be replaced, and a folder that is not. */
  public static void refuseExisting(Surroundings surroundings, String name, boolean replace) {
    Path file = surroundings.file(name);
    if (Files.exists(file) && !(replace && Files.isRegularFile(file))) {
      throw new RefusedRequest(
          new Problem(
              "output.file",
              Place.UNKNOWN.in(name),
              "there is a file of this name already",
              "choose another name, or add --replace"));
    }
    refuseMissingFolder(file, name);
  }

  /** Makes a new folder. */
  public static void newFolder(Surroundings surroundings, String name) {
    refuseExisting(surroundings, name);
    try {
      Files.createDirectory(surroundings.file(name));
    } catch (IOException e) {
      throw unwritable(name, e);
    }
  }

  /** Refuses a file that is there, and a folder that is not, before anything else is done. */
  public static void refuseExisting(Surroundings surroundings, String name) {
    Path file = surroundings.file(name);
    if (Files.exists(file)) {
      throw new RefusedRequest(
          new Problem(
              "output.file",
              Place.UNKNOWN.in(name),
              "there is a file of this name already",
              "choose another name"));
    }
    refuseMissingFolder(file, name);
  }

  private static void refuseMissingFolder(Path file, String name) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw unwritable(name, new NoSuchFileException("there is no such folder"));
    }
  }

  private static RefusedRequest unwritable(String name, IOException cause) {
    RefusedRequest refused =
        new RefusedRequest(
            new Problem(
                "output.unwritable",
                Place.UNKNOWN.in(name),
                "cannot be written: " + cause.getMessage(),
                "make room, or name a folder that is there"));
    refused.initCause(cause);
    return refused;
  }
}
