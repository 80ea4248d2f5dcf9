package org.fenceline.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The programs of GDAL, an implementation of every format that is not ours. */
public final class Gdal {
  private Gdal() {}

  /** Skips the test where GDAL cannot be had, and says so. */
  public static void assumeInstalled() {
    boolean isInstalled =
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ogrinfo")));
    if (!isInstalled) {
      System.out.println("SKIPPED: GDAL is not installed; apt-get install gdal-bin");
    }
    Assumptions.assumeTrue(
        isInstalled, "GDAL is not installed; install the Debian package gdal-bin");
  }

  /** Runs a program; fails when it fails, warns or complains. */
  public static String run(Path folder, String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      assertThat(process.waitFor()).as(List.of(command) + "\n" + told).isZero();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
    assertThat(told)
        .as(List.of(command).toString())
        .doesNotContain("Warning ", "ERROR ", "FAILURE");
    return told;
  }
}
