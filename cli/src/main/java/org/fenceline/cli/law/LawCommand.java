package org.fenceline.cli.law;

import org.fenceline.cli.terminal.CommandGroup;
import picocli.CommandLine.Command;

/** {@code fenceline law}. */
@Command(
    name = "law",
    description = "Who is bound by what on which day, and what the law says of an act.",
    subcommands = {LawStatusCommand.class, LawVerdictCommand.class, LawTimelineCommand.class},
    footer = {
      "  fenceline law status POL --on 2026-02-19",
      "  fenceline law verdict POL produce --on 2026-02-19",
      "  fenceline law timeline"
    })
public final class LawCommand extends CommandGroup {}
