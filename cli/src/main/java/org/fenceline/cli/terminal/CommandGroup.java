package org.fenceline.cli.terminal;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only holds others: called alone, it asks which. */
@Command(
    mixinStandardHelpOptions = true,
    synopsisHeading = "%nUsage: ",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    descriptionHeading = "%n",
    footerHeading = "%nExamples:%n",
    synopsisSubcommandLabel = "COMMAND")
public abstract class CommandGroup implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public final void run() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    throw new CommandLine.ParameterException(spec.commandLine(), "which command?");
  }
}
