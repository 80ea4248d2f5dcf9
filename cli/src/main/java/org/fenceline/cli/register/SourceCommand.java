package org.fenceline.cli.register;

import org.fenceline.cli.terminal.CommandGroup;
import picocli.CommandLine.Command;

/** {@code fenceline source}. */
@Command(
    name = "source",
    description = "Documents on which claims rest.",
    subcommands = SourceAddCommand.class,
    footer = {
      "  fenceline source add report.txt --name east-shield-report --title 'Poland to start ...'",
      "    --publisher 'a news site' --published 2025-12 --as clerk-7"
    })
public final class SourceCommand extends CommandGroup {}
