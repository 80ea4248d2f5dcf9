package org.fenceline.store.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** How large a campaign is, and where it keeps what it may need again. */
public final class Campaign {
  /** Crashes of each kind, unless {@code -Dfenceline.crash.runs=N} says otherwise. */
  private static final int RUNS = 100;

  private Campaign() {}

  /** How many crashes of each kind are tried. */
  public static int runs() {
    String wanted = System.getProperty("fenceline.crash.runs", "");
    return wanted.isEmpty() ? RUNS : Integer.parseInt(wanted);
  }

  /** An empty folder among what the build makes, which stays after the test. */
  static Path kept(String name) throws IOException {
    Path folder = Path.of("target", "crash", name).toAbsolutePath();
    delete(folder);
    return Files.createDirectories(folder);
  }

  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Copies a folder, as another process sees it now. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
