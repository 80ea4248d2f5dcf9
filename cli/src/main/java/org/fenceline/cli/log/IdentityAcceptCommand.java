package org.fenceline.cli.log;

import java.util.List;
import java.util.Optional;
import org.fenceline.cli.register.Drafts;
import org.fenceline.cli.register.Recording;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.OriginAccepted;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fenceline identity accept}. */
@Command(
    name = "accept",
    description = {
      "Let keys that another register's administrators registered count here too.",
      "Names that register's first administrator with their key, as handed over in person; it",
      "counts once a second administrator of this register endorsed it."
    },
    footer = {
      "  fenceline identity accept --administrator fenceline.example/field/ada --key KEY --as anna"
    })
public final class IdentityAcceptCommand extends Recording {

  @Option(
      names = "--administrator",
      required = true,
      paramLabel = "PERSON",
      description = "First administrator of the other register, with its origin.")
  private String administrator = "";

  @Option(names = "--key", required = true, paramLabel = "KEY", description = "Their public key.")
  private String key = "";

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open()) {
      PersonId whose = person(register.identity(), administrator);
      Fact fact =
          Drafts.undated(
              surroundings(),
              register.identity(),
              Disclosure.RESTRICTED,
              new OriginAccepted(
                  whose.origin(), whose, PersonKeys.of(whose, Optional.of(key), keys(register))));
      tell(
          register,
          "recorded the acceptance of " + whose.origin() + ",",
          record(register, List.of(fact)),
          _ -> {});
    }
    return ExitCode.FINE;
  }
}
