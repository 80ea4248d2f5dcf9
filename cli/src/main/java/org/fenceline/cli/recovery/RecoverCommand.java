package org.fenceline.cli.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.cli.register.Keys;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.FencelineCommand;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.recovery.LostLog;
import org.fenceline.core.recovery.Placement.Agreement;
import org.fenceline.core.recovery.Placement.SeenCheckpoint;
import org.fenceline.exchange.recovery.AttachmentSearch;
import org.fenceline.exchange.recovery.Recovered;
import org.fenceline.exchange.recovery.Recovery;
import org.fenceline.store.Audit;
import org.fenceline.store.Identity;
import org.fenceline.store.Progress;
import org.fenceline.store.Register;
import org.fenceline.store.key.KeyFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline recover}. */
@Command(
    name = "recover",
    description = {
      "The register file is gone: make it again from what was published, from other registers that",
      "synced with it or copies of it, from sealed attachments kept elsewhere, and from its keys.",
      "Nothing is taken that a signed checkpoint does not cover. Where every leaf came back, it is",
      "the same log and its keys sign on. Where content is lost, the log cannot go on: a new one",
      "takes its place (--origin, --succeeds, --administrator) and takes over what came back.",
      "Says what came back and from whom, and what did not. Exit code 1 when something did not."
    },
    footer = {
      "  fenceline recover pol.fenceline --published /srv/www/log --from north.fenceline --dry-run",
      "  fenceline recover pol.fenceline --published /srv/www/log --from north.fenceline \\",
      "    --attachments /backups/sealed --keys /media/safe/pol.keys --state POL",
      "  fenceline recover pol-2.fenceline --published /srv/www/log --state POL \\",
      "    --origin fenceline.example/pol-2 --succeeds 'the disk burnt' --administrator anna"
    })
public final class RecoverCommand extends FencelineCommand {
  private static final long MANY_LEAVES = 10_000;

  @Parameters(paramLabel = "NEW.fenceline", description = "The register to be made.")
  private String file = "";

  @Option(
      names = "--published",
      required = true,
      paramLabel = "DIR",
      description = "The folder into which the log was published, or a copy of it.")
  private String published = "";

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "A register that synced with the lost one, or a copy of the lost one; may be repeated.")
  private List<String> from = new ArrayList<>();

  @Option(
      names = "--attachments",
      paramLabel = "DIR",
      description = "A folder with encrypted files, under any names; may be repeated.")
  private List<String> attachments = new ArrayList<>();

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description =
          "The lost log's folder of keys; else FENCELINE_KEYS, else NEW.keys beside the register.")
  private @Nullable String keys;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description =
          "The state whose law its acts are held against, such as POL: no log says it. Not needed"
              + " where a copy of the register is among --from.")
  private @Nullable String state;

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description = "Name of the log that takes the lost one's place.")
  private @Nullable String origin;

  @Option(
      names = "--succeeds",
      paramLabel = "LOST",
      description =
          "A new log takes the place of the lost one: say how that was lost. With the list of leaves"
              + " without content this is its first entry.")
  private @Nullable String succeeds;

  @Option(
      names = "--administrator",
      paramLabel = "NAME",
      description = "The new log's first administrator; a key is made for them in NEW.keys.")
  private @Nullable String administrator;

  @Option(
      names = "--dry-run",
      description = "Only say what would come back; everything is tried, and thrown away.")
  private boolean dryRun;

  @Override
  public Integer call() throws MalformedInput {
    Path path = surroundings().file(file);
    Register.refuseExisting(path);
    LostLogFiles files = new LostLogFiles(surroundings(), published, this::progress);
    KeyFolder folder = Keys.folder(surroundings(), Optional.ofNullable(keys), path);
    if (keys != null && !folder.hasLogKeys()) {
      throw refused("key.missing", keys, "the log's keys are not here", "name their folder");
    }
    LostLog log = files.lostLog(folder);
    Origin lost = origin(log);
    Optional<Successor> successor = successor(lost, path);
    try (Sources sources = new Sources(surroundings(), lost, this::progress)) {
      sources.addPublished(published, files.published(), log.published().size());
      from.forEach(sources::addRegister);
      attachments.forEach(sources::addFolder);
      Recovery recovery = placed(log, sources, folder);
      sources.refuseStrangers(recovery.placement());
      refuseFork(recovery, folder);
      return make(path, recovery, sources, successor, folder, files);
    }
  }

  private Origin origin(LostLog log) {
    try {
      return new Origin(log.origin());
    } catch (IllegalArgumentException e) {
      RefusedRequest refused =
          refused(
              "recover.checkpoint",
              published,
              "holds the log of " + log.origin() + ", which is no register's",
              "name the folder that fenceline publish wrote");
      refused.initCause(e);
      throw refused;
    }
  }

  private Optional<Successor> successor(Origin lost, Path path) {
    if (origin == null && succeeds == null && administrator == null) {
      return Optional.empty();
    }
    if (origin == null || succeeds == null || administrator == null) {
      throw usage("a log that takes the place needs --origin, --succeeds and --administrator");
    }
    return Optional.of(Successor.of(surroundings(), lost, origin, succeeds, administrator, path));
  }

  private Recovery placed(LostLog log, Sources sources, KeyFolder folder) throws MalformedInput {
    try {
      return Recovery.of(log, sources.entries());
    } catch (MalformedInput e) {
      boolean isOfKeys = e.problems().getFirst().code().equals("recover.keys");
      throw e.in(isOfKeys ? folder.path().toString() : published + "/checkpoint");
    }
  }

  /** Keys that signed another history than the published one sign nothing more. */
  private void refuseFork(Recovery recovery, KeyFolder folder) {
    for (SeenCheckpoint seen : recovery.placement().checkpoints()) {
      if (seen.note().isEmpty() && seen.agreement() == Agreement.CONTRADICTS) {
        throw refused(
            "log.forked",
            folder.path().toString(),
            "the keys signed "
                + seen.checkpoint().size()
                + " entries of another history than the one that lies in "
                + published,
            "one of the two is of a copy that went its own way: take the folder to which these"
                + " keys published");
      }
    }
  }

  private int make(
      Path path,
      Recovery recovery,
      Sources sources,
      Optional<Successor> successor,
      KeyFolder folder,
      LostLogFiles files) {
    boolean isComplete = recovery.placement().isComplete();
    boolean isSameLog = isComplete && successor.isEmpty();
    RecoveryAnswer answer = new RecoveryAnswer(recovery, files, sources, folder, dryRun);
    if (!isComplete && successor.isEmpty() && !dryRun) {
      answer(answer.json(), answer::tell);
      throw refused(
          "recover.incomplete",
          file,
          recovery.placement().lost().size()
              + " of "
              + recovery.placement().size()
              + " leaves have no content, so that the log cannot go on; nothing was made",
          "add what holds them with --from, or let a new log take its place: --origin,"
              + " --succeeds and --administrator");
    }
    Identity identity =
        isSameLog
            ? identity(sources.lost(), sources)
            : successor
                .map(heir -> identity(heir.origin(), sources))
                .orElseGet(() -> identity(Successor.standIn(sources.lost()), sources));
    List<Recovered> outcome = new ArrayList<>();
    boolean isMade =
        beside(
            path,
            identity,
            beside -> {
              Recovered recovered = fill(recovery, beside, successor, isSameLog, sources);
              outcome.add(recovered);
              boolean isSound = recovered.audit().faults().isEmpty();
              if (isSound && isSameLog) {
                files.refuseUnlessExtended(beside);
              }
              if (isSound && !dryRun) {
                successor.ifPresent(Successor::keepKey);
              }
              return isSound && !dryRun;
            });
    Recovered recovered = outcome.getFirst();
    if (!recovered.audit().faults().isEmpty()) {
      throw unsound(recovered.audit());
    }
    boolean advanced = isMade && isSameLog && advanced(recovery, folder);
    answer.made(recovered, identity, isSameLog, advanced);
    answer(answer.json(), answer::tell);
    return isComplete && recovered.attachments().missing().isEmpty()
        ? ExitCode.FINE
        : ExitCode.FINDINGS;
  }

  private Recovered fill(
      Recovery recovery,
      Register beside,
      Optional<Successor> successor,
      boolean isSameLog,
      Sources sources) {
    AttachmentSearch search = sources.attachments();
    if (isSameLog) {
      return recovery.again(
          beside, search, counted("restored", "leaves"), counted("audited", "entries"));
    }
    Successor heir = successor.orElseGet(() -> Successor.drill(surroundings(), sources.lost()));
    return recovery.succeed(
        beside,
        heir.first(beside.identity(), recovery.placement(), recovery.log().note()),
        heir.founder(),
        search,
        counted("took over", "entries"),
        counted("audited", "entries"));
  }

  /** Progress that is worth a line: small registers are done before it could be read. */
  private Progress counted(String did, String what) {
    return (done, total) -> {
      if (total >= MANY_LEAVES) {
        progress(did + " " + done + " of " + total + " " + what + " ...");
      }
    };
  }

  /** A drill is made where nobody looks, and thrown away. */
  private boolean beside(Path path, Identity identity, Register.Filling filling) {
    if (!dryRun) {
      return Register.createFilled(
          path, identity, surroundings().clock(), surroundings().random(), filling);
    }
    try {
      Path place = Files.createTempDirectory("fenceline-recover");
      try {
        return Register.createFilled(
            place.resolve("drill.fenceline"),
            identity,
            surroundings().clock(),
            surroundings().random(),
            filling);
      } finally {
        Files.delete(place);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Identity identity(Origin origin, Sources sources) {
    Optional<Identity> copied = sources.copied();
    StateCode law =
        state != null
            ? parsedState(state)
            : copied
                .map(Identity::state)
                .orElseGet(() -> {
                  if (dryRun) {
                    return Successor.STAND_IN_STATE;
                  }
                  throw usage("--state is needed: no log says whose law its acts are held against");
                });
    return new Identity(
        origin,
        law,
        origin.isExercise(),
        copied
            .filter(copy -> copy.origin().equals(origin))
            .map(Identity::createdAt)
            .orElseGet(surroundings().clock()::instant));
  }

  private StateCode parsedState(String text) {
    try {
      return StateCode.parse(text);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  /** As {@code log resume} does: the keys take note of the largest checkpoint that is back. */
  private static boolean advanced(Recovery recovery, KeyFolder folder) {
    if (!folder.hasLogKeys()) {
      return false;
    }
    Checkpoint largest = recovery.largest();
    return folder.alone(() -> {
      boolean isLarger = folder.lastSigned().map(last -> last.size() < largest.size()).orElse(true);
      if (isLarger) {
        folder.advance(largest);
      }
      return isLarger;
    });
  }

  private RefusedRequest unsound(Audit audit) {
    return refused(
        "recover.audit",
        file,
        "what came back does not fit together, "
            + audit.faults().size()
            + " faults, the first: "
            + audit.faults().getFirst()
            + "; nothing was made",
        "leave out the register that it comes from, or take another copy of it");
  }

  static RefusedRequest refused(String code, String place, String message, String mend) {
    return new RefusedRequest(new Problem(code, Place.UNKNOWN.in(place), message, mend));
  }
}
