package org.fenceline.cli.register;

import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.entry.json.Json;
import org.fenceline.store.Rebuild;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;

/** {@code fenceline rebuild}. */
@Command(
    name = "rebuild",
    description = {
      "Replay the log into fresh views and report any difference from the live ones.",
      "Nothing is changed. Exit code 1 when there is a difference."
    },
    footer = {"  fenceline rebuild"})
public final class RebuildCommand extends RegisterCommand {

  @Override
  public Integer call() {
    try (Register register = open()) {
      Rebuild rebuild =
          register.rebuild(
              (done, total) -> progress("replayed " + done + " of " + total + " entries ..."));
      Json.Builder answer =
          Json.object()
              .put("leaves", rebuild.leaves())
              .put(
                  "differences",
                  Json.array(
                      rebuild.differences().stream()
                          .map(difference ->
                              Json.object()
                                  .put("table", difference.table())
                                  .put("live", difference.live())
                                  .put("row", difference.row())
                                  .build())
                          .toList()));
      answer(
          register.identity(),
          answer,
          page -> {
            page.line(
                "replayed "
                    + rebuild.leaves()
                    + " entries: "
                    + (rebuild.differences().isEmpty()
                        ? page.good("the views are what the log says")
                        : page.alarm("the views differ from the log")));
            rebuild
                .differences()
                .forEach(difference ->
                    page.line(
                        "  "
                            + difference.table()
                            + (difference.live() ? ", only live: " : ", only in the log: ")
                            + difference.row()));
          });
      return rebuild.differences().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }
  }
}
