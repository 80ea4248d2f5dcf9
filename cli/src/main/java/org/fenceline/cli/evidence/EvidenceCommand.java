package org.fenceline.cli.evidence;

import org.fenceline.cli.terminal.CommandGroup;
import picocli.CommandLine.Command;

/** {@code fenceline evidence}. */
@Command(
    name = "evidence",
    description = "What documents claim, and whether they really say it.",
    subcommands = EvidenceCheckCommand.class,
    footer = {"  fenceline evidence check report.txt --claims examples/east-shield/claims.yaml"})
public final class EvidenceCommand extends CommandGroup {}
