package org.fenceline.bench;

import org.fenceline.bench.fuzz.FuzzCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./fenceline bench}. */
@Command(
    name = "bench",
    description = "Measures Fenceline beside its peers, and tries its readers with nonsense.",
    subcommands = FuzzCommand.class,
    mixinStandardHelpOptions = true)
public final class Bench {
  private Bench() {}

  /** Runs what the arguments say. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }
}
