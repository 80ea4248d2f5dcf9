package org.fenceline.cli.log;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Input;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.log.CommonPrefix;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.exchange.publication.PublishedLog;
import org.fenceline.store.Audit;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fenceline audit}. */
@Command(
    name = "audit",
    description = {
      "Hold everything in the register against everything else: entries against leaves, leaves",
      "against the tree, the tree against every checkpoint ever signed, signatures against keys,",
      "attachments against their addresses, views against a replay of the log.",
      "With --against, also prove that the log extends the one that you saw before.",
      "Exit code 1 when anything does not fit."
    },
    footer = {
      "  fenceline audit",
      "  fenceline audit --against /media/inspector/log-of-march",
      "  fenceline audit --against checkpoint-of-march.txt"
    })
public final class AuditCommand extends RegisterCommand {

  @Option(
      names = "--against",
      paramLabel = "DIR|FILE",
      description = "A published log, or a checkpoint alone, as you kept it.")
  private @Nullable String against;

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open()) {
      Audit audit =
          register.audit(
              (done, total) -> progress("audited " + done + " of " + total + " entries ..."));
      Optional<History> history = Optional.empty();
      if (against != null && audit.faults().isEmpty()) {
        try (Reading reading = register.read()) {
          history = Optional.of(history(reading, against));
        }
      }
      tell(register, audit, history);
      return audit.faults().isEmpty() && history.map(History::extended).orElse(true)
          ? ExitCode.FINE
          : ExitCode.FINDINGS;
    }
  }

  /** Whether the log extends what was seen before, and what can be said of it. */
  private record History(boolean extended, String text, Optional<Long> firstDifference) {}

  private History history(Reading reading, String named) throws MalformedInput {
    boolean isFolder = Files.isDirectory(surroundings().file(named));
    PublishedLog published = new PublishedLog(surroundings().file(named));
    SignedNote note =
        isFolder
            ? published
                .checkpoint()
                .orElseThrow(() -> refused("holds no checkpoint", "name a published log"))
            : SignedNote.parse(Input.read(surroundings(), named).text());
    Checkpoint seen = Checkpoint.parse(note.text());
    if (!seen.origin().equals(reading.identity().origin().text())) {
      throw refused("is of the log " + seen.origin(), "name one of this register's log");
    }
    if (seen.size() <= reading.size() && seen.root().equals(reading.root(seen.size()))) {
      return new History(
          true,
          "extends the %d entries that were seen before by %d"
              .formatted(seen.size(), reading.size() - seen.size()),
          Optional.empty());
    }
    if (seen.size() > reading.size() && !isFolder) {
      return new History(
          false,
          "has only %d of the %d entries that were seen before; %s"
              .formatted(reading.size(), seen.size(), agreement(reading, seen)),
          Optional.empty());
    }
    if (!isFolder) {
      return new History(
          false,
          "REWRITTEN: no proof of consistency exists between the %d entries seen before and today's"
                  .formatted(seen.size())
              + "; "
              + agreement(reading, seen),
          Optional.empty());
    }
    long common =
        CommonPrefix.of(
            Math.min(seen.size(), reading.size()),
            reading.treeHashes(),
            published.hashes(seen.size()));
    return new History(
        false,
        common == reading.size()
            ? "has only %d of the %d entries that were published"
                .formatted(reading.size(), seen.size())
            : "REWRITTEN: the first entry that differs from what was published is leaf " + common,
        common == reading.size() ? Optional.empty() : Optional.of(common));
  }

  private static String agreement(Reading reading, Checkpoint seen) throws MalformedInput {
    long largest = 0;
    for (SignedNote own : reading.checkpoints(1)) {
      Checkpoint checkpoint = Checkpoint.parse(own.text());
      boolean agrees =
          checkpoint.size() <= Math.min(seen.size(), reading.size())
              && checkpoint.root().equals(reading.root(checkpoint.size()));
      if (agrees && !checkpoint.equals(seen)) {
        largest = Math.max(largest, checkpoint.size());
      }
    }
    return largest == 0
        ? "no smaller checkpoint is kept that the log still agrees with"
        : "the largest checkpoint kept that the log still agrees with is the one of " + largest;
  }

  private RefusedRequest refused(String message, String mend) {
    return new RefusedRequest(
        new Problem("audit.against", Place.ofField("--against"), message, mend));
  }

  private void tell(Register register, Audit audit, Optional<History> history) {
    List<Json> faults = new ArrayList<>();
    audit
        .faults()
        .forEach(fault ->
            faults.add(
                Json.object().put("place", fault.place()).put("message", fault.message()).build()));
    Json.Builder answer =
        Json.object()
            .put("leaves", audit.leaves())
            .put("checkpoints", audit.checkpoints())
            .put("signatures", audit.signatures())
            .put("attachments", audit.attachments())
            .put("faults", new Json.Arr(faults));
    history.ifPresent(seen -> {
      Json.Builder json = Json.object().put("extended", seen.extended()).put("answer", seen.text());
      seen.firstDifference().ifPresent(leaf -> json.put("firstDifference", leaf));
      answer.put("against", json.build());
    });
    answer(
        register.identity(),
        answer,
        page -> {
          page.line(
              "audited %d entries, %d signed checkpoints, %d signatures, %d attachments: "
                      .formatted(
                          audit.leaves(),
                          audit.checkpoints(),
                          audit.signatures(),
                          audit.attachments())
                  + (audit.faults().isEmpty()
                      ? page.good("everything fits")
                      : page.alarm(audit.faults().size() + " faults")));
          audit.faults().forEach(fault -> page.line("  " + fault));
          history.ifPresent(seen ->
              page.line(
                  "the log "
                      + (seen.extended() ? page.good(seen.text()) : page.alarm(seen.text()))));
          if (against != null && history.isEmpty()) {
            page.line("not held against " + against + ": mend the faults first");
          }
        });
  }
}
