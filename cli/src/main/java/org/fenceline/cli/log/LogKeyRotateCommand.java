package org.fenceline.cli.log;

import java.util.List;
import org.fenceline.cli.register.Recording;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.LogKeys;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.key.KeyFolder;
import picocli.CommandLine.Command;

/** {@code fenceline log key rotate}. */
@Command(
    name = "rotate",
    description = {
      "Replace the log's keys by new ones.",
      "The log itself announces them, signed by the old keys, before anything is signed with them."
    },
    footer = {"  fenceline log key rotate --as clerk-7"})
public final class LogKeyRotateCommand extends Recording {

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open()) {
      person(register);
      KeyFolder folder = keys(register);
      List<SigningKey> old = folder.logKeys();
      List<SigningKey> next =
          folder.nextLogKeys(register.identity().origin(), surroundings().random());
      if (isAnnounced(register, next)) {
        folder.finishRotation();
        answer(
            register.identity(),
            Json.object().put("finished", true),
            page -> page.line("the new keys were announced already; they sign from now on"));
        return ExitCode.FINE;
      }
      var written =
          record(register, List.of(LogKeyFacts.of(surroundings(), register.identity(), next, old)));
      folder.finishRotation();
      tell(
          register,
          "announced the new keys,",
          written,
          page -> page.line("hand out the new public halves: fenceline log key show"));
    }
    return ExitCode.FINE;
  }

  private static boolean isAnnounced(Register register, List<SigningKey> keys) {
    try (Reading reading = register.read()) {
      return reading.ofKind("log-keys").stream()
          .map(Logged::body)
          .anyMatch(body ->
              body instanceof LogKeys announced
                  && announced.keys().equals(LogKeyFacts.publicKeys(keys)));
    }
  }
}
