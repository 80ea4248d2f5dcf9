package org.fenceline.cli.land;

import org.fenceline.cli.terminal.CommandGroup;
import picocli.CommandLine.Command;

/** {@code fenceline land}. */
@Command(
    name = "land",
    description = "What is recorded of minefields and hazardous areas, and what is left of each.",
    subcommands = {LandBalanceCommand.class},
    footer = {"  fenceline land balance", "  fenceline land balance EX-F1 --on 2026-09-30"})
public final class LandCommand extends CommandGroup {}
