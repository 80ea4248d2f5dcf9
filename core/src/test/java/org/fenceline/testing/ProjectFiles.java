package org.fenceline.testing;

import java.nio.file.Path;

/** Where the project's own files lie, for tests that read them. */
public final class ProjectFiles {
  private ProjectFiles() {}

  /** The checkout's folder. */
  public static Path root() {
    return Path.of(System.getProperty("fenceline.root", "..")).toAbsolutePath().normalize();
  }

  /** A file of the checkout, by its path from the root. */
  public static Path of(String path) {
    return root().resolve(path);
  }
}
