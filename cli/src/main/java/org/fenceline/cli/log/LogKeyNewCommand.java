package org.fenceline.cli.log;

import java.util.List;
import org.fenceline.cli.register.Recording;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.store.Register;
import org.fenceline.store.key.KeyFolder;
import picocli.CommandLine.Command;

/** {@code fenceline log key new}. */
@Command(
    name = "new",
    description = "Make the log's first keys and record their public halves.",
    footer = {"  fenceline log key new --as clerk-7", "  fenceline log key new --keys /media/key"})
public final class LogKeyNewCommand extends Recording {

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open()) {
      person(register);
      KeyFolder folder = keys(register);
      List<SigningKey> made =
          folder.newLogKeys(register.identity().origin(), surroundings().random());
      tell(
          register,
          "recorded the log's keys,",
          record(
              register,
              List.of(LogKeyFacts.of(surroundings(), register.identity(), made, List.of()))),
          page -> {
            page.line("private keys in " + folder.path() + "; keep them on another disk");
            page.line("public halves for others' policy files: fenceline log key show");
          });
    }
    return ExitCode.FINE;
  }
}
