package org.fenceline.cli.log;

import java.util.List;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.LogKeys;
import org.fenceline.core.entry.json.Json;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;

/** {@code fenceline log key show}. */
@Command(
    name = "show",
    description = {
      "Show the public keys that the log made known, as lines of a policy file.",
      "Hand them over in person, or print them where nobody can change them."
    },
    footer = {"  fenceline log key show > pol.policy"})
public final class LogKeyShowCommand extends RegisterCommand {

  @Override
  public Integer call() {
    try (Register register = open();
        Reading reading = register.read()) {
      List<LogKeys> all =
          reading.ofKind("log-keys").stream()
              .map(Logged::body)
              .filter(LogKeys.class::isInstance)
              .map(LogKeys.class::cast)
              .toList();
      List<String> lines =
          all.isEmpty()
              ? List.of()
              : all.getLast().keys().stream().map(key -> "log " + key).toList();
      answer(
          Json.object()
              .put("register", register.identity().origin().text())
              .put("policy", Json.strings(lines))
              .build(),
          page -> {
            page.line("# keys of " + register.identity().origin());
            lines.forEach(page::line);
            page.line("quorum none");
          });
    }
    return ExitCode.FINE;
  }
}
