package org.fenceline.store.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * A folder for files that are made thousands of times: in memory where there is enough of it, so
 * that syncs cost nothing. Says nothing about real disks and must not be asked about them.
 */
public final class MemoryFolder implements TempDirFactory {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ENOUGH = 512L << 20;

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
      throws IOException {
    boolean isThere =
        Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH;
    return isThere
        ? Files.createTempDirectory(MEMORY, "fenceline")
        : Files.createTempDirectory("fenceline");
  }
}
