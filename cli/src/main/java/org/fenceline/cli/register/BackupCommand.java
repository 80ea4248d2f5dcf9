package org.fenceline.cli.register;

import java.nio.file.Path;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.entry.json.Json;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fenceline backup}. */
@Command(
    name = "backup",
    description = {
      "Write a consistent, checked copy of the register, while others may go on writing.",
      "Do not copy the file by hand: part of it may still lie in the -wal file beside it."
    },
    footer = {"  fenceline backup /backups/pol-2026-11-24.fenceline"})
public final class BackupCommand extends RegisterCommand {

  @Parameters(paramLabel = "FILE", description = "The new file.")
  private String file = "";

  @Override
  public Integer call() {
    try (Register register = open()) {
      Path target = surroundings().file(file);
      register.backup(target);
      answer(
          register.identity(),
          Json.object().put("file", target.toString()),
          page -> page.line("backed up to " + file + ", read back and checked"));
    }
    return ExitCode.FINE;
  }
}
