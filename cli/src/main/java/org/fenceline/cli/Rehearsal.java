package org.fenceline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fenceline.cli.terminal.Surroundings;

/**
 * Runs the everyday commands once, so that the JVM can record how they start (JEP 514): every later
 * start of the program begins from that record.
 */
public final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("fenceline-rehearsal");
    Surroundings surroundings =
        new Surroundings(
            folder,
            Map.of("FENCELINE_PERSON", "rehearsal"),
            InstantSource.system(),
            new SecureRandom(),
            InputStream.nullInputStream(),
            new PrintWriter(PrintWriter.nullWriter()),
            new PrintWriter(PrintWriter.nullWriter()),
            false);
    for (List<String> command :
        List.of(
            List.of("--help"),
            List.of("demo", "--no-serve"),
            List.of("law", "status", "POL"),
            List.of("law", "verdict", "POL", "produce", "--on", "2026-02-19", "--json"),
            List.of("stock", "balance"),
            List.of("stock", "trace", "EX-L2", "--json"),
            List.of("findings"))) {
      Fenceline.run(surroundings, command.toArray(String[]::new));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
