package org.fenceline.cli.register;

import java.util.List;
import java.util.Optional;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline endorse}. */
@Command(
    name = "endorse",
    description = {
      "Stand behind a record as a second person, exactly as it reads now.",
      "Nobody can endorse their own record; a correction needs an endorsement of its own."
    },
    footer = {"  fenceline endorse 0199a3f2-1c5e-7a10-9b1e-3f6f0c2d4e5a --as officer-2"})
public final class EndorseCommand extends Recording {

  @Parameters(paramLabel = "ID", description = "The record.")
  private String id = "";

  @Option(names = "--note", paramLabel = "TEXT", description = "What was looked at.")
  private @Nullable String note;

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open()) {
      person(register);
      Logged target;
      try (Reading reading = register.read()) {
        target = Lookup.standing(reading, Lookup.entry(reading, id));
      }
      Fact fact =
          Drafts.act(
              surroundings(),
              register.identity(),
              new Endorsement(target.ref(), Optional.ofNullable(note)));
      tell(
          register,
          "endorsed " + Kinds.ALL.of(target.body()).word() + " " + target.id() + " by",
          record(register, List.of(fact)),
          _ -> {});
    }
    return ExitCode.FINE;
  }
}
