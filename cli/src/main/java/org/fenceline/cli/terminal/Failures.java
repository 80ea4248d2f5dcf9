package org.fenceline.cli.terminal;

import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.exchange.publication.PublicationException;
import org.fenceline.store.StoreException;
import org.fenceline.store.key.KeyException;
import picocli.CommandLine;

/** Tells failures on standard error and turns them into exit codes. */
public final class Failures {

  /** Most problems of one input that are shown in full; the rest is counted. */
  public static final int MOST_PROBLEMS_SHOWN = 100;

  private Failures() {}

  /** For exceptions thrown by a running command. */
  public static int told(Exception failure, CommandLine command) {
    return switch (failure) {
      case MalformedInput malformed -> problems(malformed, command);
      case RefusedRequest refused -> problem(refused.problem(), command);
      case StoreException store -> problem(store.problem(), command);
      case PublicationException publication -> problem(publication.problem(), command);
      case KeyException key -> problem(key.problem(), command);
      default -> bug(failure, command);
    };
  }

  /** For command lines that are wrong themselves. */
  public static int toldUsage(CommandLine.ParameterException failure, Surroundings surroundings) {
    CommandLine command = failure.getCommandLine();
    surroundings.err().println("fenceline: " + failure.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, surroundings.err())) {
      surroundings.err().println("see: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    surroundings.err().flush();
    return ExitCode.USAGE;
  }

  private static int problems(MalformedInput malformed, CommandLine command) {
    malformed.problems().stream()
        .limit(MOST_PROBLEMS_SHOWN)
        .forEach(problem -> command.getErr().println("fenceline: " + problem));
    int more = malformed.problems().size() - MOST_PROBLEMS_SHOWN;
    if (more > 0) {
      command.getErr().println("fenceline: and " + more + " more problems");
    }
    command.getErr().flush();
    return ExitCode.BAD_INPUT;
  }

  private static int problem(Problem problem, CommandLine command) {
    command.getErr().println("fenceline: " + problem);
    command.getErr().flush();
    return ExitCode.BAD_INPUT;
  }

  private static int bug(Exception failure, CommandLine command) {
    command.getErr().println("fenceline: this is a fault of the program; nothing was written.");
    failure.printStackTrace(command.getErr());
    command.getErr().flush();
    return ExitCode.BAD_INPUT;
  }
}
