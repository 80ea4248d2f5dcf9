package org.fenceline.cli.log;

import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;

/** {@code fenceline log checkpoint}. */
@Command(
    name = "checkpoint",
    description = {
      "Sign the log as it is now, after computing its root by a second path.",
      "It is kept in the register; what the public sees changes with fenceline publish only."
    },
    footer = {"  fenceline log checkpoint"})
public final class LogCheckpointCommand extends RegisterCommand {

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open()) {
      SignedNote note = checkpoint(register, keys(register));
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      answer(
          register.identity(),
          Json.object()
              .put("size", checkpoint.size())
              .put("root", checkpoint.root().hex())
              .put("note", note.toString()),
          page -> {
            page.line(
                "signed "
                    + checkpoint.size()
                    + " entries, root "
                    + checkpoint.root()
                    + page.faint(" (computed twice, both the same)"));
            page.line(note.toString().stripTrailing());
          });
    }
    return ExitCode.FINE;
  }
}
