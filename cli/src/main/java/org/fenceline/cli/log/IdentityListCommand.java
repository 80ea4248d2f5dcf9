package org.fenceline.cli.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.author.Authors.RegisteredKey;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.PersonKey;
import org.fenceline.core.entry.json.Json;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;

/** {@code fenceline identity list}. */
@Command(
    name = "list",
    description = "List persons' keys, and since when each counts.",
    footer = {"  fenceline identity list"})
public final class IdentityListCommand extends RegisterCommand {

  @Override
  public Integer call() {
    try (Register register = open();
        Reading reading = register.read()) {
      List<RegisteredKey> counting = reading.authors().keys();
      List<Json> keys = new ArrayList<>();
      List<List<String>> rows = new ArrayList<>();
      for (Logged entry : reading.ofKind("person-key")) {
        if (entry.body() instanceof PersonKey key) {
          Optional<RegisteredKey> counts =
              counting.stream()
                  .filter(known -> known.entry().leafIndex() == entry.leafIndex())
                  .findFirst();
          Json.Builder json =
              Json.object()
                  .put("id", entry.id().toString())
                  .put("person", key.person().toString())
                  .put("key", key.key().text())
                  .put("administrator", key.administrator())
                  .put("counts", counts.isPresent());
          counts.ifPresent(known -> json.put("since", known.from().toString()));
          keys.add(json.build());
          rows.add(
              List.of(
                  key.person().name().text(),
                  key.administrator() ? "administrator" : "person",
                  counts
                      .map(known -> "counts since " + known.from())
                      .orElse("does not count: a second administrator has to endorse it"),
                  entry.id().toString()));
        }
      }
      answer(
          register.identity(),
          Json.object().put("keys", new Json.Arr(keys)),
          page -> {
            page.table(rows);
            if (rows.isEmpty()) {
              page.line("no keys yet: fenceline identity new --as NAME");
            }
          });
    }
    return ExitCode.FINE;
  }
}
