package org.fenceline.exchange.age;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The program {@code age} of the machine, an implementation that is not ours. */
final class AgeProgram {
  private AgeProgram() {}

  /** Skips the test where the program cannot be had. */
  static void assumeInstalled() {
    boolean isInstalled =
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "age")));
    Assumptions.assumeTrue(
        isInstalled, "the program age is not installed; install the Debian package age");
  }

  /** Runs it, or age-keygen, in a folder; fails when it fails. */
  static String run(Path folder, String... command) throws IOException, InterruptedException {
    Process process = start(folder, command);
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(List.of(command) + told).isZero();
    return told;
  }

  /** Runs it; gives its exit status. */
  static int status(Path folder, String... command) throws IOException, InterruptedException {
    Process process = start(folder, command);
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  private static Process start(Path folder, String... command) throws IOException {
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }
}
