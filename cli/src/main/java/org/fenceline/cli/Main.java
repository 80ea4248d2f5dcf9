package org.fenceline.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.fenceline.cli.terminal.Surroundings;
import picocli.CommandLine.Help.Ansi;

/** Starts the program in the surroundings of the process. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Surroundings surroundings =
        new Surroundings(
            Path.of("").toAbsolutePath(),
            System.getenv(),
            InstantSource.system(),
            new SecureRandom(),
            System.in,
            new PrintWriter(System.out, false, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            Ansi.AUTO.enabled());
    System.exit(Fenceline.run(surroundings, arguments));
  }
}
