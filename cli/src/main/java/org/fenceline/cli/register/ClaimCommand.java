package org.fenceline.cli.register;

import org.fenceline.cli.terminal.CommandGroup;
import picocli.CommandLine.Command;

/** {@code fenceline claim}. */
@Command(
    name = "claim",
    description = "What documents claim.",
    subcommands = ClaimAddCommand.class,
    footer = {"  fenceline claim add examples/east-shield/claims.yaml --as clerk-7"})
public final class ClaimCommand extends CommandGroup {}
