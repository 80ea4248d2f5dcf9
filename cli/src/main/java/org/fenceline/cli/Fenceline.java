package org.fenceline.cli;

import java.util.List;
import org.fenceline.cli.demo.DemoCommand;
import org.fenceline.cli.evidence.EvidenceCommand;
import org.fenceline.cli.export.ExportCommand;
import org.fenceline.cli.forecast.ForecastCommand;
import org.fenceline.cli.land.CheckCommand;
import org.fenceline.cli.land.LandCommand;
import org.fenceline.cli.law.LawCommand;
import org.fenceline.cli.log.AuditCommand;
import org.fenceline.cli.log.IdentityCommand;
import org.fenceline.cli.log.LogCommand;
import org.fenceline.cli.log.ProveCommand;
import org.fenceline.cli.log.PublishCommand;
import org.fenceline.cli.log.SyncCommand;
import org.fenceline.cli.log.VerifyCommand;
import org.fenceline.cli.recovery.RecoverCommand;
import org.fenceline.cli.register.BackupCommand;
import org.fenceline.cli.register.ClaimCommand;
import org.fenceline.cli.register.CorrectCommand;
import org.fenceline.cli.register.EndorseCommand;
import org.fenceline.cli.register.FindingsCommand;
import org.fenceline.cli.register.ImportCommand;
import org.fenceline.cli.register.InitCommand;
import org.fenceline.cli.register.RebuildCommand;
import org.fenceline.cli.register.RecordCommand;
import org.fenceline.cli.register.SchemaCommand;
import org.fenceline.cli.register.ShowCommand;
import org.fenceline.cli.register.SourceCommand;
import org.fenceline.cli.register.VoidCommand;
import org.fenceline.cli.seal.EraseCommand;
import org.fenceline.cli.seal.ReleaseCommand;
import org.fenceline.cli.seal.SealCommand;
import org.fenceline.cli.seal.UnsealCommand;
import org.fenceline.cli.stock.StockCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Failures;
import org.fenceline.cli.terminal.Surroundings;
import org.fenceline.cli.witness.WitnessCommand;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The root of all commands. */
@Command(
    name = "fenceline",
    mixinStandardHelpOptions = true,
    version = "fenceline 0.1.0",
    description =
        "The register of every anti-personnel mine, from the factory lot to released land.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n")
public final class Fenceline implements Surroundings.Holder, Runnable {
  private static final List<Class<?>> COMMANDS =
      List.of(
          DemoCommand.class,
          CheckCommand.class,
          LandCommand.class,
          EvidenceCommand.class,
          LawCommand.class,
          ForecastCommand.class,
          StockCommand.class,
          FindingsCommand.class,
          ShowCommand.class,
          InitCommand.class,
          RecordCommand.class,
          CorrectCommand.class,
          VoidCommand.class,
          EndorseCommand.class,
          SealCommand.class,
          UnsealCommand.class,
          ReleaseCommand.class,
          EraseCommand.class,
          SourceCommand.class,
          ClaimCommand.class,
          ImportCommand.class,
          ExportCommand.class,
          BackupCommand.class,
          RebuildCommand.class,
          IdentityCommand.class,
          LogCommand.class,
          PublishCommand.class,
          ProveCommand.class,
          VerifyCommand.class,
          AuditCommand.class,
          SyncCommand.class,
          RecoverCommand.class,
          WitnessCommand.class,
          SchemaCommand.class,
          CommandLine.HelpCommand.class,
          AutoComplete.GenerateCompletion.class);

  private final Surroundings surroundings;

  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  private Fenceline(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Runs one command line and returns its exit code; never ends the process. */
  public static int run(Surroundings surroundings, String... arguments) {
    // A start reads the description of the command that is meant, not of all.
    List<Class<?>> named =
        COMMANDS.stream()
            .filter(command -> arguments.length > 0 && name(command).equals(arguments[0]))
            .filter(command -> command != CommandLine.HelpCommand.class)
            .filter(command -> command != AutoComplete.GenerateCompletion.class)
            .toList();
    int exitCode = commandLine(surroundings, named.isEmpty() ? COMMANDS : named).execute(arguments);
    surroundings.out().flush();
    surroundings.err().flush();
    return exitCode;
  }

  /** All commands. */
  static CommandLine commandLine(Surroundings surroundings) {
    return commandLine(surroundings, COMMANDS);
  }

  private static CommandLine commandLine(Surroundings surroundings, List<Class<?>> commands) {
    CommandLine root = new CommandLine(new Fenceline(surroundings));
    commands.forEach(command -> root.addSubcommand(name(command), command));
    return root.setOut(surroundings.out())
        .setErr(surroundings.err())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(surroundings.colour() ? Ansi.ON : Ansi.OFF))
        // "seal FILE --kind positions": the word is a kind there, though "seal positions" is a
        // command.
        .setAllowSubcommandsAsOptionParameters(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((failure, _) -> Failures.toldUsage(failure, surroundings))
        .setExecutionExceptionHandler((failure, command, _) -> Failures.told(failure, command));
  }

  private static String name(Class<?> command) {
    Command described = command.getAnnotation(Command.class);
    if (described == null) {
      throw new IllegalStateException(command + " is no command");
    }
    return described.name();
  }

  @Override
  public Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public void run() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    throw new CommandLine.ParameterException(
        spec.commandLine(), "which command? (exit code " + ExitCode.USAGE + ")");
  }
}
