package org.fenceline.cli.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.fenceline.cli.register.Drafts;
import org.fenceline.cli.register.Recording;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Output;
import org.fenceline.cli.terminal.Page;
import org.fenceline.cli.witness.CosigningOption;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.SnapshotPublished;
import org.fenceline.core.entry.body.SnapshotPublished.Change;
import org.fenceline.core.entry.body.SnapshotPublished.What;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.land.extract.Extract;
import org.fenceline.core.land.extract.Layer;
import org.fenceline.core.land.extract.RowList;
import org.fenceline.core.land.extract.StoredRow;
import org.fenceline.core.log.InclusionProof;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.proof.ProofFile;
import org.fenceline.exchange.geopackage.SnapshotWriter;
import org.fenceline.exchange.publication.Publication;
import org.fenceline.exchange.witness.Cosigning;
import org.fenceline.store.Outcome;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.key.KeyException;
import org.fenceline.store.key.KeyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fenceline export geopackage}. */
@Command(
    name = "geopackage",
    description = {
      "Write a numbered snapshot of the land as a GeoPackage for QGIS, GDAL, ArcGIS and the like.",
      "The release is recorded in the log with a digest of its rows, and the file carries the proof:",
      "fenceline verify tells whether anybody changed a row since, whichever program rewrote the file.",
      "A public snapshot holds what the public layer shows and nothing else."
    },
    footer = {
      "  fenceline export geopackage -o land.gpkg",
      "  fenceline export geopackage --disclosure restricted --area 23.1,50.3,24.2,52.4 -o b.gpkg",
      "  fenceline verify land.gpkg --policy pol.policy"
    })
public final class ExportGeopackageCommand extends Recording {

  @Option(names = "-o", required = true, paramLabel = "FILE", description = "The new file.")
  private String file = "";

  @Option(names = "--replace", description = "Take the place of a file that is there.")
  private boolean replace;

  @Mixin private final LandOptions land = new LandOptions();
  @Mixin private final CosigningOption witnesses = new CosigningOption();

  /** What is to be released. */
  private record Draft(
      LandExtract made, List<StoredRow> rows, List<Change> changes, SnapshotPublished body) {}

  /** What was released. */
  private record Released(Draft draft, Logged entry, long size, Cosigning cosigning) {}

  @Override
  public Integer call() throws MalformedInput {
    Disclosure level = land.disclosure();
    Output.refuseExisting(surroundings(), file, replace);
    try (Register register = open()) {
      KeyFolder keys = keys(register);
      requireKeys(keys);
      person(register);
      Draft draft;
      try (Reading reading = register.read()) {
        draft = draft(reading, level, land.area());
      }
      List<Released> released = new ArrayList<>();
      Output.made(
          surroundings(),
          file,
          level != Disclosure.PUBLIC,
          beside -> released.add(release(register, keys, draft, beside)));
      tell(register, released.getFirst());
    }
    return ExitCode.FINE;
  }

  /** Before anything is recorded: a release without its proof would be none. */
  private static void requireKeys(KeyFolder keys) {
    if (!keys.hasLogKeys()) {
      throw new KeyException(
          "key.missing",
          keys.path(),
          "the log's keys are not here, and a snapshot carries a proof that they signed",
          "make them: fenceline log key new; or name their folder with --keys DIR");
    }
    keys.logKeys();
  }

  private Draft draft(Reading reading, Disclosure level, Optional<Geometry> area) {
    long size = reading.size();
    AsOf now = AsOf.everythingKnown(surroundings().today(), Instant.MAX);
    LandExtract made = LandExtract.at(size, reading, level, now, area);
    List<StoredRow> rows = made.extract().rows().stream().map(StoredRow::of).toList();
    RowList list = RowList.of(rows);
    Releases releases = new Releases(reading, level, area);
    Optional<Releases.Release> before = releases.newest();
    Optional<RowList> old = before.flatMap(releases::rowsOf);
    List<Change> changes = old.map(list::since).orElse(List.of());
    List<SnapshotPublished.LayerRows> layers = new ArrayList<>();
    for (Layer layer : Layer.of(level)) {
      layers.add(
          new SnapshotPublished.LayerRows(
              new Name(layer.word()), new Count(made.extract().of(layer).size())));
    }
    SnapshotPublished body =
        new SnapshotPublished(
            new Count(before.map(release -> release.body().number().number()).orElse(0L) + 1),
            level,
            area,
            new Count(size),
            reading.root(size),
            RowList.rowsSha256(rows),
            list.sha256(),
            layers,
            old.map(_ -> changes(before.orElseThrow(), changes)));
    return new Draft(made, rows, changes, body);
  }

  private static SnapshotPublished.Changes changes(Releases.Release before, List<Change> changes) {
    return new SnapshotPublished.Changes(
        before.entry().ref(),
        count(changes, What.ADDED),
        count(changes, What.CHANGED),
        count(changes, What.REMOVED),
        RowList.changesSha256(changes),
        changes.size() > SnapshotPublished.MOST_NAMED ? List.of() : changes);
  }

  private static Count count(List<Change> changes, What what) {
    return new Count(changes.stream().filter(change -> change.what() == what).count());
  }

  /** Rows, then the entry, then the checkpoint, then the proof, then the file's name. */
  private Released release(Register register, KeyFolder keys, Draft draft, Path beside)
      throws IOException, MalformedInput {
    Extract extract = draft.made().extract();
    try (SnapshotWriter writer = SnapshotWriter.begin(beside, extract, draft.rows())) {
      Fact fact =
          Drafts.released(
              surroundings(), register.identity(), extract.head().disclosure(), draft.body());
      Outcome.Written written = record(register, List.of(fact));
      long leaf = written.receipts().getFirst().leafIndex();
      SignedNote signed = checkpoint(register, keys);
      Cosigning cosigning = witnesses.collect(surroundings(), register, signed);
      Checkpoint checkpoint = Checkpoint.parse(cosigning.note().text());
      try (Reading reading = register.read()) {
        Logged entry = reading.at(leaf).orElseThrow();
        ProofFile proof =
            ProofFile.of(
                Publication.bundle(reading, entry).text().getBytes(UTF_8),
                InclusionProof.of(leaf, checkpoint.size(), reading.treeHashes()),
                cosigning.note());
        writer.finish(facts(draft, entry), draft.changes(), proof.toString());
        return new Released(draft, entry, checkpoint.size(), cosigning);
      }
    }
  }

  private static SequencedMap<String, String> facts(Draft draft, Logged entry) {
    SequencedMap<String, String> facts =
        new LinkedHashMap<>(draft.made().extract().head().members());
    facts.putAll(SnapshotFacts.of(draft.body()));
    facts.put("entry", entry.id().toString());
    return facts;
  }

  private void tell(Register register, Released released) {
    Draft draft = released.draft();
    SnapshotPublished body = draft.body();
    Extract extract = draft.made().extract();
    Json.Builder layers = Json.object();
    body.layers().forEach(layer -> layers.put(layer.layer().text(), layer.rows().number()));
    Json.Builder answer =
        Json.object()
            .put("file", file)
            .put("number", body.number().number())
            .put("disclosure", extract.head().level())
            .put("entry", released.entry().id().toString())
            .put("logSize", body.logSize().number())
            .put("checkpointSize", released.size())
            .put("rowsSha256", body.rows().hex())
            .put("layers", layers.build());
    body.changes()
        .ifPresent(changes ->
            answer
                .put("added", changes.added().number())
                .put("changed", changes.changed().number())
                .put("removed", changes.removed().number()));
    answer.put("witnesses", CosigningOption.json(released.cosigning().answers()));
    answer(register.identity(), answer, page -> tell(page, released));
  }

  private void tell(Page page, Released released) {
    SnapshotPublished body = released.draft().body();
    Extract extract = released.draft().made().extract();
    page.line(
        "wrote release "
            + body.number().number()
            + ", "
            + extract.head().level()
            + ", of "
            + body.logSize().number()
            + " entries to "
            + file);
    List<List<String>> table = new ArrayList<>();
    body.layers()
        .forEach(layer ->
            table.add(List.of(layer.layer().text(), Long.toString(layer.rows().number()))));
    page.table(table);
    body.changes()
        .ifPresentOrElse(
            changes ->
                page.line(
                    "since release "
                        + (body.number().number() - 1)
                        + ": "
                        + changes.added().number()
                        + " added, "
                        + changes.changed().number()
                        + " changed, "
                        + changes.removed().number()
                        + " removed"),
            () -> {
              if (body.number().number() > 1) {
                page.line(
                    page.caution("note: ")
                        + "the release before cannot be made again as it was, by another version"
                        + " of this program; what changed is not listed");
              }
            });
    page.line(
        "recorded as "
            + released.entry().id()
            + page.faint(" leaf " + released.entry().leafIndex()));
    CosigningOption.tell(page, released.cosigning().answers());
    if (released.draft().made().sealed() > 0) {
      page.line(
          page.caution("note: ")
              + released.draft().made().sealed()
              + " sealed entries were left out");
    }
    page.line("check it with: fenceline verify " + file + " --policy FILE");
  }
}
