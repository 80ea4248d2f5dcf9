package org.fenceline.cli.log;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.exchange.publication.Publication;
import org.fenceline.exchange.publication.PublishedLog;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.key.KeyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline publish}. */
@Command(
    name = "publish",
    description = {
      "Write the log as static files that any web server can serve: tiles, public entries with",
      "their salts, and a signed checkpoint. Only what is new is written.",
      "The checkpoint changes on a schedule only, because the log's growth shows how much was",
      "recorded since the last; run it as often as you like."
    },
    footer = {"  fenceline publish /srv/www/log", "  fenceline publish /srv/www/log --every P7D"})
public final class PublishCommand extends RegisterCommand {

  @Parameters(paramLabel = "DIR", description = "The folder to be served.")
  private String folder = "";

  @Option(
      names = "--every",
      defaultValue = "P1D",
      paramLabel = "DURATION",
      description =
          "Least time between two published checkpoints, as ISO 8601 writes it; one day (P1D)"
              + " unless given.")
  private String every = "";

  @Override
  public Integer call() throws MalformedInput {
    Duration least = duration();
    PublishedLog published = new PublishedLog(surroundings().file(folder));
    try (Register register = open()) {
      try (Reading reading = register.read()) {
        // Before anything is signed: the folder holds an earlier state of this very log.
        new Publication(reading, published).extended();
      }
      Instant now = surroundings().clock().instant();
      Optional<Instant> last = lastPublished(keys(register), published);
      if (last.isPresent() && last.get().plus(least).isAfter(now)) {
        Instant due = last.get().plus(least);
        answer(
            register.identity(),
            Json.object().put("published", false).put("due", due.toString()),
            page -> page.line("nothing published: the next checkpoint is due at " + due));
        return ExitCode.FINE;
      }
      publish(register, published);
    }
    return ExitCode.FINE;
  }

  private void publish(Register register, PublishedLog published) throws MalformedInput {
    SignedNote note = checkpoint(register, keys(register));
    try (Reading reading = register.read()) {
      Publication.Written written =
          new Publication(reading, published)
              .publish(
                  note, (done, total) -> progress("wrote " + done + " of " + total + " tiles ..."));
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      answer(
          register.identity(),
          Json.object()
              .put("published", true)
              .put("size", checkpoint.size())
              .put("root", checkpoint.root().hex())
              .put("tiles", written.tiles())
              .put("entries", written.entries())
              .put("pruned", written.pruned()),
          page -> {
            page.line("published " + checkpoint.size() + " entries, root " + checkpoint.root());
            page.line(
                "  %d tiles and %d public entries written, %d partial tiles pruned"
                    .formatted(written.tiles(), written.entries(), written.pruned()));
          });
    }
  }

  /** When the published checkpoint was signed, as its timed signature by our own key says. */
  private static Optional<Instant> lastPublished(KeyFolder keys, PublishedLog published)
      throws MalformedInput {
    Optional<SignedNote> note = published.checkpoint();
    if (note.isEmpty() || !keys.hasLogKeys()) {
      return Optional.empty();
    }
    List<VerifierKey> own = keys.logKeys().stream().map(key -> key.verifier()).toList();
    return Signers.of(note.get(), own).verified().stream()
        .flatMap(signature -> signature.time().stream())
        .findFirst();
  }

  private Duration duration() {
    try {
      Duration least = Duration.parse(every);
      if (!least.isNegative()) {
        return least;
      }
    } catch (DateTimeParseException e) {
      throw usage("--every: \"" + every + "\" is no duration; write P1D, PT12H or P7D");
    }
    throw usage("--every: a duration is not negative");
  }
}
