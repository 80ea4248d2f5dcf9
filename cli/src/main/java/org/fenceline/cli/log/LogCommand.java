package org.fenceline.cli.log;

import org.fenceline.cli.terminal.CommandGroup;
import org.fenceline.cli.witness.LogCosignCommand;
import org.fenceline.cli.witness.LogCosignedCommand;
import picocli.CommandLine.Command;

/** {@code fenceline log}. */
@Command(
    name = "log",
    description = {
      "The log that outsiders can check: its keys and its checkpoints.",
      "Nothing is signed before the whole tree was computed anew from the entries on disk."
    },
    footer = {"  fenceline log key new --as clerk-7", "  fenceline log checkpoint"},
    subcommands = {
      LogKeyCommand.class,
      LogCheckpointCommand.class,
      LogResumeCommand.class,
      LogRequestCommand.class,
      LogCosignCommand.class,
      LogCosignedCommand.class
    })
public final class LogCommand extends CommandGroup {}
