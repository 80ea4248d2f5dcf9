package org.fenceline.cli.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fenceline.cli.register.Drafts;
import org.fenceline.cli.register.Recording;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Input;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.body.MinefieldRecord.SealedPositions;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.Name;
import org.fenceline.exchange.mined.FieldPositions;
import org.fenceline.exchange.mined.PositionsFile;
import org.fenceline.store.Ciphertext;
import org.fenceline.store.Identity;
import org.fenceline.store.Outcome;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline seal positions}. */
@Command(
    name = "positions",
    description = {
      "Seal the exact positions of many fields from one CSV file, whole or not at all: each field's",
      "by themselves, counted by lot and held against its perimeter. What is counted corrects each",
      "field's record. The form of the file is in docs/formats/positions.md."
    },
    footer = {"  fenceline seal positions laid-2026.csv --policy fields --as clerk-7"})
public final class SealPositionsCommand extends Recording {

  private static final int PROGRESS_EVERY = 5_000;

  @Parameters(paramLabel = "FILE", description = "The CSV file, or - for standard input.")
  private String file = "";

  @Option(
      names = "--policy",
      required = true,
      paramLabel = "NAME",
      description = "The sealing policy to whose recipients they are encrypted.")
  private String policy = "";

  @Option(
      names = "--again",
      description = "Seal positions anew of fields whose records carry some already.")
  private boolean again;

  /** A field that was sealed. */
  private record Done(Logged record, FieldSealing.Sealed sealed, int positions) {}

  /** What has been sealed, and what stands against it. */
  private final class Gathered {
    private final Identity identity;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Ciphertext> ciphertexts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private long positions;
    private long outside;
    private int fieldsWithOutside;

    Gathered(Identity identity) {
      this.identity = identity;
    }

    void take(Done done) {
      facts.add(Drafts.correction(done.record(), surroundings(), identity, done.sealed().field()));
      ciphertexts.add(done.sealed().ciphertext());
      positions += done.positions();
      long lyingOutside =
          done.sealed()
              .field()
              .sealedPositions()
              .flatMap(SealedPositions::outsidePerimeter)
              .map(Count::number)
              .orElse(0L);
      outside += lyingOutside;
      fieldsWithOutside += lyingOutside > 0 ? 1 : 0;
      if (facts.size() % PROGRESS_EVERY == 0) {
        progress("sealed %,d positions of %,d fields ...".formatted(positions, facts.size()));
      }
    }
  }

  @Override
  public Integer call() throws MalformedInput {
    try (Register register = open()) {
      person(register);
      FieldSealing sealing;
      Map<Name, Logged> fields;
      try (Reading reading = register.read()) {
        sealing = new FieldSealing(Sealing.policy(reading, surroundings(), policy));
        fields = fields(reading);
      }
      Gathered gathered = new Gathered(register.identity());
      try (Reader in = reader();
          InOrder<Done> work = new InOrder<>(gathered::take)) {
        new PositionsFile(Sealing.ground(register.identity()))
            .ofManyFields(in, positions -> seal(work, sealing, fields, positions, gathered));
        work.finish();
      } catch (MalformedInput e) {
        throw e.in(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (!gathered.problems.isEmpty()) {
        throw new MalformedInput(gathered.problems).in(file);
      }
      Outcome.Written written = record(register, gathered.facts, gathered.ciphertexts);
      tell(register, gathered, written);
    }
    return ExitCode.FINE;
  }

  /** The records of fields that stand, by name; where several stand, the newest. */
  private Map<Name, Logged> fields(Reading reading) {
    AsOf now = new AsOf(surroundings().today(), Instant.MAX, AsOf.Clock.RECORDED, AsOf.Basis.ALL);
    Map<Name, Logged> fields = new HashMap<>();
    for (Logged entry : reading.standingOfKind(now, "minefield")) {
      if (entry.body() instanceof MinefieldRecord field) {
        fields.put(field.field(), entry);
      }
    }
    return fields;
  }

  private Reader reader() {
    InputStream in = Input.stream(surroundings(), file);
    return new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
  }

  private void seal(
      InOrder<Done> work,
      FieldSealing sealing,
      Map<Name, Logged> fields,
      FieldPositions positions,
      Gathered gathered) {
    Place place = new Place("", positions.line(), "field");
    Logged record = fields.get(positions.field());
    if (record == null || !(record.body() instanceof MinefieldRecord field)) {
      gathered.problems.add(FieldPositionsProblem.unknownField(place));
    } else if (field.positions().isPresent() && !again) {
      gathered.problems.add(FieldPositionsProblem.alreadySealed(place));
    } else if (gathered.problems.isEmpty()) {
      work.submit(() ->
          new Done(
              record,
              sealing.seal(field, positions.mines(), positions.text()),
              positions.mines().size()));
    }
  }

  private void tell(Register register, Gathered gathered, Outcome.Written written) {
    answer(
        register.identity(),
        Json.object()
            .put("fields", gathered.facts.size())
            .put("positions", gathered.positions)
            .put("outsidePerimeter", gathered.outside)
            .put("fieldsWithPositionsOutside", gathered.fieldsWithOutside)
            .put("added", written.receipts().stream().filter(Outcome.Receipt::isNew).count()),
        page -> {
          page.line(
              "sealed %,d positions of %,d fields; each field's record is corrected"
                  .formatted(gathered.positions, gathered.facts.size()));
          if (gathered.outside > 0) {
            page.line(
                page.caution(
                    "%,d of them lie outside their perimeters, in %,d fields"
                        .formatted(gathered.outside, gathered.fieldsWithOutside)));
          }
          page.line(page.faint("A corrected record is unendorsed until endorsed anew."));
        });
  }
}
