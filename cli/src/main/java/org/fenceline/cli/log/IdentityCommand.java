package org.fenceline.cli.log;

import org.fenceline.cli.terminal.CommandGroup;
import picocli.CommandLine.Command;

/** {@code fenceline identity}. */
@Command(
    name = "identity",
    description = {
      "Persons and their keys: who can prove to have recorded something.",
      "The first administrator names themselves and a second; every later key needs both: one",
      "registers it, the other endorses the registration."
    },
    footer = {
      "  fenceline identity new --as anna",
      "  fenceline identity register --person anna --administrator --as anna",
      "  fenceline identity list"
    },
    subcommands = {
      IdentityNewCommand.class,
      IdentityRegisterCommand.class,
      IdentityAcceptCommand.class,
      IdentityListCommand.class
    })
public final class IdentityCommand extends CommandGroup {}
