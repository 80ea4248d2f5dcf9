package org.fenceline.cli.log;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.cli.witness.CosigningOption;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.core.log.policy.Policy;
import org.fenceline.exchange.publication.Publication;
import org.fenceline.exchange.publication.PublishedLog;
import org.fenceline.exchange.witness.Cosigning;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.key.KeyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline publish}. */
@Command(
    name = "publish",
    description = {
      "Write the log as static files that any web server can serve: tiles, public entries with",
      "their salts, and a signed checkpoint. Only what is new is written.",
      "The checkpoint changes on a schedule only, because the log's growth shows how much was",
      "recorded since the last; run it as often as you like.",
      "With --policy nothing is published before the policy's quorum of witnesses cosigned it."
    },
    footer = {
      "  fenceline publish /srv/www/log",
      "  fenceline publish /srv/www/log --every P7D",
      "  fenceline publish /srv/www/log --policy pol.policy"
    })
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

  @Mixin private final CosigningOption witnesses = new CosigningOption();

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
    Cosigning cosigning =
        witnesses.collect(surroundings(), register, checkpoint(register, keys(register)));
    SignedNote note = witnessed(register, published, cosigning);
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
              .put("pruned", written.pruned())
              .put("witnesses", CosigningOption.json(cosigning.answers())),
          page -> {
            page.line("published " + checkpoint.size() + " entries, root " + checkpoint.root());
            page.line(
                "  %d tiles and %d public entries written, %d partial tiles pruned"
                    .formatted(written.tiles(), written.entries(), written.pruned()));
            CosigningOption.tell(page, cosigning.answers());
          });
    }
  }

  /**
   * The checkpoint to be published: today's, or where its witnesses are too few the newest kept one
   * that has enough.
   */
  private SignedNote witnessed(Register register, PublishedLog published, Cosigning cosigning)
      throws MalformedInput {
    if (cosigning.isContradicted()) {
      throw unwitnessed(
          "publish.contradicted",
          "nothing was published: " + answers(cosigning),
          "another copy of this register is in use; find out which is the right one");
    }
    Optional<Policy> policy = witnesses.policy(surroundings());
    if (policy.isEmpty() || Cosigning.isEnough(cosigning.note(), policy.get())) {
      return cosigning.note();
    }
    Optional<SignedNote> before = published.checkpoint();
    long least = before.isPresent() ? Checkpoint.parse(before.get().text()).size() + 1 : 0;
    try (Reading reading = register.read()) {
      for (SignedNote kept : reading.checkpoints(least).reversed()) {
        if (Cosigning.isEnough(kept, policy.get())) {
          return kept;
        }
      }
    }
    throw unwitnessed(
        "publish.quorum",
        "nothing was published: too few witnesses cosigned. " + answers(cosigning),
        "try again later; or by file: fenceline log request, then fenceline log cosigned");
  }

  private static String answers(Cosigning cosigning) {
    return cosigning.answers().entrySet().stream()
        .map(answer -> answer.getKey() + " " + answer.getValue().words())
        .collect(Collectors.joining("; "));
  }

  private static RefusedRequest unwitnessed(String code, String message, String mend) {
    return new RefusedRequest(new Problem(code, Place.ofField("--policy"), message, mend));
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
