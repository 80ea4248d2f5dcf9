package org.fenceline.cli.log;

import org.fenceline.cli.register.Recording;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.store.Register;
import org.fenceline.store.key.KeyFolder;
import picocli.CommandLine.Command;

/** {@code fenceline identity new}. */
@Command(
    name = "new",
    description = {
      "Make your key. From then on whatever you record on this machine is signed with it.",
      "Until two administrators registered its public half it proves nothing."
    },
    footer = {"  fenceline identity new --as clerk-7"})
public final class IdentityNewCommand extends Recording {

  @Override
  public Integer call() {
    try (Register register = open()) {
      PersonId person = person(register);
      KeyFolder folder = keys(register);
      SigningKey key = folder.newPerson(person, surroundings().random());
      answer(
          register.identity(),
          Json.object()
              .put("person", person.toString())
              .put("key", key.verifier().toString())
              .put("file", folder.personFile(person).toString()),
          page -> {
            page.line("made the key of " + person + " in " + folder.personFile(person));
            page.line("let an administrator register its public half:");
            page.line(
                "  fenceline identity register --person "
                    + person.name()
                    + " --key "
                    + key.verifier());
          });
    }
    return ExitCode.FINE;
  }
}
