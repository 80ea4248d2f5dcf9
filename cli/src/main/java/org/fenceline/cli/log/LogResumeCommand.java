package org.fenceline.cli.log;

import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.exchange.publication.Publication;
import org.fenceline.exchange.publication.PublishedLog;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.key.KeyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fenceline log resume}. */
@Command(
    name = "resume",
    description = {
      "After a restore: let the keys sign again, from what was published.",
      "The register must hold the published checkpoint; otherwise nothing changes, and it says what",
      "is missing."
    },
    footer = {"  fenceline log resume --from /srv/www/log"})
public final class LogResumeCommand extends RegisterCommand {

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR",
      description = "The folder into which the log was published.")
  private String from = "";

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open();
        Reading reading = register.read()) {
      PublishedLog published = new PublishedLog(surroundings().file(from));
      Checkpoint checkpoint =
          new Publication(reading, published)
              .extended()
              .orElseThrow(() ->
                  new RefusedRequest(
                      new Problem(
                          "log.nothing-published",
                          Place.ofField("--from"),
                          "no checkpoint lies in " + from,
                          "name the folder that fenceline publish wrote")));
      KeyFolder folder = keys(register);
      boolean advanced =
          folder.alone(() -> {
            boolean isLarger =
                folder.lastSigned().map(last -> last.size() < checkpoint.size()).orElse(true);
            if (isLarger) {
              folder.advance(checkpoint);
            }
            return isLarger;
          });
      answer(
          register.identity(),
          Json.object().put("size", checkpoint.size()).put("advanced", advanced),
          page ->
              page.line(
                  "the register holds the published "
                      + checkpoint.size()
                      + " entries; "
                      + (advanced
                          ? "its keys sign on from there"
                          : "its keys had signed as much already")));
    }
    return ExitCode.FINE;
  }
}
