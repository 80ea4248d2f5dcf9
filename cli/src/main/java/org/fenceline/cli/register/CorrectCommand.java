package org.fenceline.cli.register;

import java.util.List;
import java.util.Optional;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Input;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fenceline correct}. */
@Command(
    name = "correct",
    description = {
      "Replace a record by a corrected one; the old one stays in the log and in its history.",
      "The file holds the whole record as it should be, as for fenceline record."
    },
    footer = {
      "  fenceline correct 0199a3f2-1c5e-7a10-9b1e-3f6f0c2d4e5a movement.yaml --as clerk-7"
    })
public final class CorrectCommand extends Recording {

  @Parameters(index = "0", paramLabel = "ID", description = "The record, or any version of it.")
  private String id = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "The file, or - for standard input.")
  private String file = "";

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open()) {
      person(register);
      Logged target;
      try (Reading reading = register.read()) {
        target = Lookup.standing(reading, Lookup.entry(reading, id));
      }
      Fact fact =
          Drafts.read(
              Kinds.ALL.of(target.body()),
              Input.read(surroundings(), file),
              register.identity(),
              Drafts.newId(surroundings()),
              Optional.of(target.ref()));
      tell(
          register,
          "corrected " + target.id() + " by",
          record(register, List.of(fact)),
          page -> page.line(page.faint("A corrected record is unendorsed until endorsed anew.")));
    }
    return ExitCode.FINE;
  }
}
