package org.fenceline.cli.log;

import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.witness.CosigningOption;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.exchange.witness.Cosigning;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fenceline log checkpoint}. */
@Command(
    name = "checkpoint",
    description = {
      "Sign the log as it is now, after computing its root by a second path.",
      "It is kept in the register; what the public sees changes with fenceline publish only."
    },
    footer = {"  fenceline log checkpoint", "  fenceline log checkpoint --policy pol.policy"})
public final class LogCheckpointCommand extends RegisterCommand {

  @Mixin private final CosigningOption witnesses = new CosigningOption();

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open()) {
      SignedNote signed = checkpoint(register, keys(register));
      Cosigning cosigning = witnesses.collect(surroundings(), register, signed);
      SignedNote note = cosigning.note();
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      answer(
          register.identity(),
          Json.object()
              .put("size", checkpoint.size())
              .put("root", checkpoint.root().hex())
              .put("witnesses", CosigningOption.json(cosigning.answers()))
              .put("note", note.toString()),
          page -> {
            page.line(
                "signed "
                    + checkpoint.size()
                    + " entries, root "
                    + checkpoint.root()
                    + page.faint(" (computed twice, both the same)"));
            CosigningOption.tell(page, cosigning.answers());
            page.line(note.toString().stripTrailing());
          });
      return cosigning.isContradicted() ? ExitCode.FINDINGS : ExitCode.FINE;
    }
  }
}
