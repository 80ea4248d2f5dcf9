package org.fenceline.cli.seal;

import org.fenceline.cli.terminal.CommandGroup;
import picocli.CommandLine.Command;

/** {@code fenceline seal escrow}. */
@Command(
    name = "escrow",
    description = "Keys of which each of several holders has a share.",
    footer = {"  fenceline seal escrow new --shares 5 --needed 3 --output shares"},
    subcommands = {SealEscrowNewCommand.class})
public final class SealEscrowCommand extends CommandGroup {}
