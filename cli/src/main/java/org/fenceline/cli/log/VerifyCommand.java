package org.fenceline.cli.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.FencelineCommand;
import org.fenceline.cli.terminal.Input;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.author.AuthorSignature;
import org.fenceline.core.entry.Entry;
import org.fenceline.core.entry.EntryBundle;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.EntryText.Recorded;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.body.Signed;
import org.fenceline.core.entry.body.SnapshotPublished;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.JsonReader;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.policy.Policy;
import org.fenceline.core.log.policy.PolicyText;
import org.fenceline.core.log.proof.ProofFile;
import org.fenceline.core.log.proof.Proven;
import org.fenceline.exchange.geopackage.SnapshotFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline verify}. */
@Command(
    name = "verify",
    description = {
      "Check a proof file, or a snapshot with the proof in it, without the register and without the",
      "network, by your own policy file. Says what is proven and what is not, and of a snapshot which",
      "rows are not as they were released. Exit code 1 when it is not proven."
    },
    footer = {
      "  fenceline verify record.tlog-proof --policy pol.policy",
      "  fenceline verify land.gpkg --policy pol.policy"
    })
public final class VerifyCommand extends FencelineCommand {

  @Parameters(
      paramLabel = "FILE",
      description = "The proof file, or a GeoPackage that fenceline exported.")
  private String file = "";

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "POLICY",
      description = "Keys of the logs that you know, and the witnesses that you ask for.")
  private String policy = "";

  @Override
  public Integer call() throws MalformedInput {
    Policy asked = Input.parsed(surroundings(), policy, PolicyText::parse);
    if (!file.equals("-") && SnapshotFile.isSqlite(surroundings().file(file))) {
      return snapshot(asked);
    }
    ProofFile proof = Input.parsed(surroundings(), file, ProofFile::parse);
    EntryBundle bundle = bundle(proof);
    Proven proven;
    Recorded recorded;
    try {
      proven = Proven.leaf(bundle.leaf(), proof, asked);
      recorded = new EntryText(Kinds.ALL).read(bundle.canonicalJson());
    } catch (MalformedInput e) {
      return refused(e);
    }
    tell(bundle, proof, proven, recorded);
    return ExitCode.FINE;
  }

  private Integer snapshot(Policy asked) throws MalformedInput {
    SnapshotFile snapshot;
    ProofFile proof;
    EntryBundle bundle;
    try {
      snapshot = SnapshotFile.read(surroundings().file(file));
      if (snapshot.proof().isEmpty()) {
        throw noSnapshot("has no table snapshot_proof that holds a proof");
      }
      proof = ProofFile.parse(snapshot.proof());
    } catch (MalformedInput e) {
      throw e.in(file);
    }
    bundle = bundle(proof);
    Proven proven;
    Recorded recorded;
    SnapshotPublished body;
    try {
      proven = Proven.leaf(bundle.leaf(), proof, asked);
      recorded = new EntryText(Kinds.ALL).read(bundle.canonicalJson());
      if (!(recorded.entry().fact().body() instanceof SnapshotPublished released)
          || !recorded.entry().recordedBy().origin().text().equals(proven.checkpoint().origin())) {
        throw noSnapshot("its proof is of an entry that released no snapshot of this log");
      }
      body = released;
    } catch (MalformedInput e) {
      return refused(e);
    }
    SnapshotVerification looked = SnapshotVerification.of(snapshot, recorded.entry(), body);
    SnapshotAnswer answer = new SnapshotAnswer(snapshot, body, proof, proven, recorded, looked);
    answer(
        answer.json(),
        page -> {
          answer.tell(page);
          page.line("  " + seen(proven, witnesses(proven)));
          limits(page, author(bundle, recorded).isPresent());
          page.line("  that it is drawn as it was: styles are no part of a snapshot");
        });
    return looked.objections().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private static MalformedInput noSnapshot(String message) {
    return new MalformedInput(
        new Problem(
            "proof.snapshot",
            Place.UNKNOWN,
            message,
            "only what fenceline export geopackage wrote can be verified"));
  }

  private static List<String> witnesses(Proven proven) {
    return proven.cosignatures().stream().map(signature -> signature.key().name()).toList();
  }

  private EntryBundle bundle(ProofFile proof) throws MalformedInput {
    try {
      return EntryBundle.parse(new String(proof.extra(), UTF_8));
    } catch (MalformedInput e) {
      throw e.in(file);
    }
  }

  private int refused(MalformedInput reason) {
    String why = reason.problems().getFirst().message();
    answer(
        Json.object().put("proven", false).put("reason", why).build(),
        page -> page.line(page.alarm("not proven") + ": " + why));
    return ExitCode.FINDINGS;
  }

  private void tell(EntryBundle bundle, ProofFile proof, Proven proven, Recorded recorded)
      throws MalformedInput {
    Checkpoint checkpoint = proven.checkpoint();
    Entry entry = recorded.entry();
    Optional<String> author = author(bundle, recorded);
    List<String> witnesses = witnesses(proven);
    Json.Builder answer =
        Json.object()
            .put("proven", true)
            .put("origin", checkpoint.origin())
            .put("exercise", entry.fact().exercise())
            .put("leafIndex", proof.inclusion().index())
            .put("size", checkpoint.size())
            .put("root", checkpoint.root().hex())
            .put("witnesses", Json.strings(witnesses))
            .put("entry", JsonReader.readValue(bundle.canonicalJson()));
    proven.newestWitnessTime().ifPresent(time -> answer.put("newestWitnessTime", time.toString()));
    author.ifPresent(key -> answer.put("signedWith", key));
    answer(
        answer.build(),
        page -> {
          if (entry.fact().exercise()) {
            page.line(page.caution("EXERCISE") + ": an invented record");
          }
          page.line(
              page.good("proven")
                  + ": "
                  + Kinds.ALL.of(entry.fact().body()).word()
                  + " "
                  + entry.fact().id()
                  + " is leaf "
                  + proof.inclusion().index()
                  + " of "
                  + checkpoint.origin()
                  + ", unaltered");
          page.line(
              "  recorded "
                  + entry.recordedAt()
                  + " by "
                  + entry.recordedBy()
                  + ", as the log says");
          author.ifPresentOrElse(
              key -> page.line("  signed by its author with " + key),
              () -> page.line("  author not proven: no signature that fits came with it"));
          page.line(
              "  checkpoint of "
                  + checkpoint.size()
                  + " entries, root "
                  + checkpoint.root()
                  + ", signed by "
                  + proven.logSignatures().size()
                  + " keys of the log");
          page.line("  " + seen(proven, witnesses));
          limits(page, author.isPresent());
        });
  }

  private String seen(Proven proven, List<String> witnesses) {
    return proven
        .newestWitnessTime()
        .map(time ->
            "seen by "
                + String.join(", ", witnesses)
                + ", last at "
                + time
                + ", "
                + age(time)
                + " ago")
        .orElse("no witness saw this checkpoint: the log may have shown others another one");
  }

  private String age(Instant time) {
    Duration age = Duration.between(time, surroundings().clock().instant());
    return age.toDays() > 1 ? age.toDays() + " days" : Math.max(0, age.toMinutes()) + " minutes";
  }

  private static void limits(Page page, boolean signed) {
    page.line("Not proven by this file:");
    List<String> limits = new ArrayList<>();
    limits.add("that what the record says is true");
    limits.add("that it still stands: it may have been corrected or voided since");
    limits.add("that nothing else was recorded about the same thing");
    if (signed) {
      limits.add("that the author's key was registered by two administrators");
    }
    limits.forEach(limit -> page.line("  " + limit));
  }

  private static Optional<String> author(EntryBundle bundle, Recorded recorded) {
    return bundle.signatures().stream()
        .filter(signed -> signed.person().equals(recorded.entry().recordedBy()))
        .filter(signed -> signed.contentHashes().contains(recorded.contentHash()))
        .filter(signed -> AuthorSignature.objection(signed).isEmpty())
        .map(Signed::key)
        .map(Object::toString)
        .findFirst();
  }
}
