package org.fenceline.cli.seal;

import org.fenceline.cli.terminal.CommandGroup;
import picocli.CommandLine.Command;

/** {@code fenceline seal key}. */
@Command(
    name = "key",
    description = "Keys that open attachments.",
    footer = {"  fenceline seal key new record-office.key"},
    subcommands = {SealKeyNewCommand.class})
public final class SealKeyCommand extends CommandGroup {}
