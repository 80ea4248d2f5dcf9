package org.fenceline.cli.log;

import org.fenceline.cli.terminal.CommandGroup;
import picocli.CommandLine.Command;

/** {@code fenceline log key}. */
@Command(
    name = "key",
    description = {
      "The keys with which the log signs: Ed25519 and ML-DSA-44 side by side.",
      "They lie in a folder of their own, never in the register; keep that folder on another disk.",
      "FENCELINE_PASSPHRASE_FILE names a file with the passphrase under which they are kept."
    },
    footer = {"  fenceline log key new --as clerk-7", "  fenceline log key rotate --as clerk-7"},
    subcommands = {LogKeyNewCommand.class, LogKeyShowCommand.class, LogKeyRotateCommand.class})
public final class LogKeyCommand extends CommandGroup {}
