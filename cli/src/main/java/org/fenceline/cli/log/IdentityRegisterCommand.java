package org.fenceline.cli.log;

import java.util.List;
import java.util.Optional;
import org.fenceline.cli.register.Drafts;
import org.fenceline.cli.register.Recording;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.PersonKey;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.SignerKey;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fenceline identity register}. */
@Command(
    name = "register",
    description = {
      "Record a person's public key, as an administrator.",
      "It counts once a second administrator endorsed the record (fenceline endorse ID)."
    },
    footer = {
      "  fenceline identity register --person anna --administrator --as anna",
      "  fenceline identity register --person clerk-7 --key KEY --as anna",
      "  fenceline endorse 0199a3f2-1c5e-7a10-9b1e-3f6f0c2d4e5a --as boris"
    })
public final class IdentityRegisterCommand extends Recording {

  @Option(
      names = "--person",
      required = true,
      paramLabel = "PERSON",
      description = "Whose key it is: a pseudonym of this register.")
  private String person = "";

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "The public key; without it, that of the key in the folder of keys.")
  private @Nullable String key;

  @Option(names = "--administrator", description = "The person may register the keys of others.")
  private boolean administrator;

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open()) {
      PersonId whose = person(register.identity(), person);
      SignerKey publicKey = PersonKeys.of(whose, Optional.ofNullable(key), keys(register));
      Fact fact =
          Drafts.undated(
              surroundings(),
              register.identity(),
              Disclosure.RESTRICTED,
              new PersonKey(whose, publicKey, administrator));
      tell(
          register,
          "recorded the key of " + whose.name() + ",",
          record(register, List.of(fact)),
          page -> page.line("see whether it counts: fenceline identity list"));
    }
    return ExitCode.FINE;
  }
}
