package org.fenceline.cli.log;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.exchange.publication.Publication;
import org.fenceline.exchange.publication.PublishedLog;
import org.fenceline.exchange.witness.WitnessClient;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.key.KeyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fenceline log resume}. */
@Command(
    name = "resume",
    description = {
      "After a restore: let the keys sign again, from what was published or what a witness saw.",
      "The register must hold that checkpoint; otherwise nothing changes, and it says what",
      "is missing."
    },
    footer = {
      "  fenceline log resume --from /srv/www/log",
      "  fenceline log resume --from https://witness.example"
    })
public final class LogResumeCommand extends RegisterCommand {

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR|URL",
      description =
          "The folder into which the log was published, or the address of a witness of it.")
  private String from = "";

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open();
        Reading reading = register.read()) {
      KeyFolder folder = keys(register);
      Checkpoint checkpoint = seen(reading, folder);
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
                  "the register holds the "
                      + checkpoint.size()
                      + " entries that were seen; "
                      + (advanced
                          ? "its keys sign on from there"
                          : "its keys had signed as much already")));
    }
    return ExitCode.FINE;
  }

  private Checkpoint seen(Reading reading, KeyFolder folder) throws MalformedInput {
    boolean isWitness = from.startsWith("http://") || from.startsWith("https://");
    Optional<Checkpoint> seen =
        isWitness
            ? witnessed(reading, folder)
            : new Publication(reading, new PublishedLog(surroundings().file(from))).extended();
    return seen.orElseThrow(() ->
        refused(
            "log.nothing-published",
            isWitness
                ? "the witness has seen nothing of this log"
                : "no checkpoint lies in " + from,
            "name the folder that fenceline publish wrote, or a witness that cosigned"));
  }

  /** What a witness saw, once it is seen to be signed by this log and held by the register. */
  private Optional<Checkpoint> witnessed(Reading reading, KeyFolder folder) throws MalformedInput {
    Optional<SignedNote> note = ask(reading);
    if (note.isEmpty()) {
      return Optional.empty();
    }
    List<VerifierKey> own = folder.logKeys().stream().map(SigningKey::verifier).toList();
    Checkpoint checkpoint = Checkpoint.parse(note.get().text());
    if (!Signers.of(note.get(), own).include(own)) {
      throw refused(
          "log.not-ours",
          "the witness's checkpoint is not signed by this log's keys",
          "name a witness of this log, or these keys' folder with --keys DIR");
    }
    if (checkpoint.size() > reading.size()) {
      throw refused(
          "log.behind",
          "the witness saw " + checkpoint.size() + " entries, the register has " + reading.size(),
          "this is an older state of the register: restore a newer backup");
    }
    if (!checkpoint.root().equals(reading.root(checkpoint.size()))) {
      throw refused(
          "log.forked",
          "the first " + checkpoint.size() + " entries that the witness saw are not these",
          "it is another copy of the register: go on with the one that signed");
    }
    return Optional.of(checkpoint);
  }

  private Optional<SignedNote> ask(Reading reading) throws MalformedInput {
    try {
      return new WitnessClient(from).checkpoint(reading.identity().origin().text());
    } catch (IOException | IllegalArgumentException e) {
      RefusedRequest refused =
          refused(
              "witness.silent",
              "the witness does not answer: " + e.getMessage(),
              "try again later");
      refused.initCause(e);
      throw refused;
    }
  }

  private static RefusedRequest refused(String code, String message, String mend) {
    return new RefusedRequest(new Problem(code, Place.ofField("--from"), message, mend));
  }
}
