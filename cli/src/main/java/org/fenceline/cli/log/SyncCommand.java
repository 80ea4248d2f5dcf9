package org.fenceline.cli.log;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.cli.register.Keys;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Input;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.log.InclusionProof;
import org.fenceline.core.log.MerkleTree;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.core.log.policy.PolicyText;
import org.fenceline.core.log.proof.ProofFile;
import org.fenceline.exchange.publication.PublishedLog;
import org.fenceline.exchange.publication.PublishedSync;
import org.fenceline.store.Outcome;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.Synced;
import org.fenceline.store.key.KeyFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline sync}. */
@Command(
    name = "sync",
    description = {
      "Exchange entries with another register, such as a field office's that was offline.",
      "Each entry keeps its time, salt and signatures and brings what its home log proves of it.",
      "The same fact recorded twice is one fact; what clashes stays on both sides and is listed; a",
      "correction or endorsement waits until what it points to has arrived."
    },
    footer = {
      "  fenceline sync /media/usb/north.fenceline",
      "  fenceline sync /media/usb/north.fenceline --take-only",
      "  fenceline sync /media/usb/www --policy north.policy"
    })
public final class SyncCommand extends RegisterCommand {

  @Parameters(
      paramLabel = "FILE|DIR",
      description =
          "The other register; or a folder into which it was published, whose public entries are"
              + " taken over.")
  private String file = "";

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      description = "With DIR: the checkpoint must be signed by a key of this policy file.")
  private @Nullable String policy;

  @Option(names = "--take-only", description = "Take over the other's entries, and give it none.")
  private boolean takeOnly;

  /** What came over in one direction. */
  private record Taken(long added, long withoutProof, int attachments) {}

  @Override
  public Integer call() throws MalformedInput {
    if (Files.isDirectory(surroundings().file(file))) {
      takePublished();
      return ExitCode.FINE;
    }
    try (Register here = open();
        Register other = openAt(surroundings(), surroundings().file(file))) {
      if (here.identity().origin().equals(other.identity().origin())) {
        throw usage(
            file + " is the same register or a copy of it; a copy is recovered from, not synced");
      }
      KeyFolder otherKeys = Keys.folder(surroundings(), Optional.empty(), other.path());
      Taken taken = take(other, otherKeys, here);
      Optional<Taken> given =
          takeOnly ? Optional.empty() : Optional.of(take(here, keys(here), other));
      tell(here, other.identity().origin().text(), taken, given);
    }
    return ExitCode.FINE;
  }

  private void takePublished() throws MalformedInput {
    PublishedSync published = PublishedSync.read(new PublishedLog(surroundings().file(file)));
    String origin = published.checkpoint().origin();
    if (policy != null) {
      List<VerifierKey> known =
          Input.parsed(surroundings(), policy, PolicyText::parse).logKeys(origin);
      if (!Signers.of(published.note(), known).include(known)) {
        throw new RefusedRequest(
            new Problem(
                "sync.signature",
                Place.UNKNOWN.in(file),
                "no key of " + origin + " in " + policy + " signed its checkpoint",
                "ask for the log's keys again: fenceline log key show"));
      }
    }
    try (Register here = open()) {
      if (here.identity().origin().text().equals(origin)) {
        throw usage(file + " is this register's own publication");
      }
      Outcome outcome = here.exchange(published.entries(), this::tookOver);
      long added =
          switch (outcome) {
            case Outcome.Refused refused -> throw new MalformedInput(refused.problems());
            case Outcome.Written written ->
                written.receipts().stream().filter(Outcome.Receipt::isNew).count();
          };
      tell(here, origin, new Taken(added, 0, 0), Optional.empty());
    }
  }

  private void tookOver(long done, long total) {
    progress("took over " + done + " of " + total + " ...");
  }

  private Taken take(Register from, KeyFolder keysOfFrom, Register to) throws MalformedInput {
    if (keysOfFrom.hasLogKeys()) {
      checkpoint(from, keysOfFrom);
    }
    List<Synced> entries = new ArrayList<>();
    try (Reading reading = from.read()) {
      Optional<SignedNote> newest = reading.newestCheckpoint();
      long signed = newest.isPresent() ? Checkpoint.parse(newest.get().text()).size() : 0;
      MerkleTree.StoredHashes hashes = reading.treeHashes();
      for (long leaf = 0; leaf < reading.size(); leaf++) {
        Optional<String> proof = reading.homeProof(leaf);
        if (proof.isEmpty() && newest.isPresent() && leaf < signed) {
          InclusionProof inclusion = InclusionProof.of(leaf, signed, hashes);
          proof = Optional.of(ProofFile.of(new byte[0], inclusion, newest.get()).toString());
        }
        entries.add(new Synced(reading.salted(leaf), proof));
      }
    }
    Outcome outcome = to.exchange(entries, this::tookOver);
    return switch (outcome) {
      case Outcome.Refused refused -> throw new MalformedInput(refused.problems());
      case Outcome.Written written -> {
        long added = 0;
        long withoutProof = 0;
        for (int i = 0; i < entries.size(); i++) {
          if (written.receipts().get(i).isNew()) {
            added++;
            withoutProof += entries.get(i).homeProof().isEmpty() ? 1 : 0;
          }
        }
        try (Reading reading = from.read()) {
          yield new Taken(added, withoutProof, to.keepFrom(reading));
        }
      }
    };
  }

  private void tell(Register here, String other, Taken taken, Optional<Taken> given) {
    List<Logged> waiting;
    List<EntryId> clashes;
    try (Reading reading = here.read()) {
      waiting = reading.waiting();
      clashes = reading.clashes();
    }
    Json.Builder answer =
        Json.object()
            .put("other", other)
            .put("taken", taken.added())
            .put("withoutProof", taken.withoutProof())
            .put("attachments", taken.attachments())
            .put("waiting", Json.strings(waiting.stream().map(w -> w.id().toString()).toList()))
            .put("clashes", Json.strings(clashes.stream().map(EntryId::toString).toList()));
    given.ifPresent(out -> answer.put("given", out.added()));
    answer(
        here.identity(),
        answer,
        page -> {
          page.line("took over " + taken.added() + " entries of " + other);
          if (taken.attachments() > 0) {
            page.line("took over " + taken.attachments() + " sealed attachments");
          }
          given.ifPresent(out -> page.line("handed over " + out.added() + " entries"));
          if (taken.withoutProof() > 0) {
            page.line(
                page.caution(
                    taken.withoutProof()
                        + " came without a proof of their home log: it has signed no checkpoint"
                        + " since"));
          }
          waiting.forEach(entry -> page.line("waits for what it points to: " + entry.id()));
          clashes.forEach(
              id -> page.line(page.alarm("recorded differently in two registers: ") + id));
        });
  }
}
