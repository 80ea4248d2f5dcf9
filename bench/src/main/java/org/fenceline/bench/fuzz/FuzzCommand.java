package org.fenceline.bench.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./fenceline bench fuzz}. */
@Command(
    name = "fuzz",
    description = {
      "Gives every reader of outside bytes what nobody would write. Exit code 1 when one of them does",
      "anything but read it or refuse it with a word."
    },
    footer = {
      "",
      "Examples:",
      "  fenceline bench fuzz --minutes 10",
      "  fenceline bench fuzz kml xlsx"
    },
    mixinStandardHelpOptions = true)
public final class FuzzCommand implements Callable<Integer> {
  private static final int SECONDS_A_MINUTE = 60;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "READER",
      arity = "0..*",
      description = "Only these readers; all unless given.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--minutes",
      defaultValue = "1",
      paramLabel = "N",
      description = "How long each reader is tried; 1 unless given.")
  private int minutes;

  @Option(
      names = "--keep",
      defaultValue = "bench/target/fuzz",
      paramLabel = "DIR",
      description = "Where inputs are kept; bench/target/fuzz unless given.")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException, InterruptedException {
    boolean isSound = true;
    for (Target target : targets()) {
      System.out.print(target.label() + " ... ");
      System.out.flush();
      Campaign.Result result =
          new Campaign(folder.toAbsolutePath()).run(target, minutes * SECONDS_A_MINUTE);
      System.out.printf(
          "%,d inputs, %,d edges reached: %s%n",
          result.runs(), result.covered(), result.fault().orElse("nothing found"));
      isSound &= result.fault().isEmpty();
    }
    return isSound ? 0 : 1;
  }

  private List<Target> targets() {
    if (names.isEmpty()) {
      return List.of(Target.values());
    }
    return names.stream().map(this::target).toList();
  }

  private Target target(String name) {
    return Arrays.stream(Target.values())
        .filter(target -> target.label().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(),
                "\""
                    + name
                    + "\" is not a reader; readers are "
                    + Arrays.stream(Target.values())
                        .map(Target::label)
                        .collect(Collectors.joining(", "))));
  }
}
