package org.fenceline.cli.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.fenceline.cli.log.LogKeyFacts;
import org.fenceline.cli.register.ClaimFacts;
import org.fenceline.cli.register.Drafts;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.register.Signing;
import org.fenceline.cli.seal.FieldSealing;
import org.fenceline.cli.seal.InOrder;
import org.fenceline.cli.terminal.RefusedRequest;
import org.fenceline.cli.terminal.Surroundings;
import org.fenceline.core.entry.Citation;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.Movement;
import org.fenceline.core.entry.body.PersonKey;
import org.fenceline.core.entry.body.Receipt;
import org.fenceline.core.entry.body.ScenarioText;
import org.fenceline.core.entry.body.SealingPolicy;
import org.fenceline.core.entry.body.SealingPolicy.Recipient;
import org.fenceline.core.entry.body.TreatyAction;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.SignerKey;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.law.Law;
import org.fenceline.core.log.note.KeyType;
import org.fenceline.core.log.note.SigningKey;
import org.fenceline.exchange.age.AgeIdentity;
import org.fenceline.exchange.age.IdentityFile;
import org.fenceline.exchange.claims.ClaimsFile;
import org.fenceline.exchange.treaties.BuiltInTreaties;
import org.fenceline.store.Ciphertext;
import org.fenceline.store.Identity;
import org.fenceline.store.Outcome;
import org.fenceline.store.Progress;
import org.fenceline.store.Register;
import org.fenceline.store.key.DurableFile;
import org.fenceline.store.key.KeyFolder;

/**
 * Builds the demo's register: the report's claims, the treaties, the scenario, an invented ledger.
 */
final class DemoRegister {
  static final Origin ORIGIN = new Origin("fenceline.example/east-shield/exercise");
  static final String FILE = "east-shield.fenceline";
  private static final String KEYS = "east-shield.keys";

  private static final long LOT_SIZE = 1_000;

  /** By how many mines the laying of April was recorded too low. */
  private static final long COUNTED_AGAIN = 20;

  private static final int LOTS_A_BATCH = 500;

  private final Surroundings surroundings;
  private final Consumer<String> progress;
  private final Register register;

  private DemoRegister(Surroundings surroundings, Consumer<String> progress, Register register) {
    this.surroundings = surroundings;
    this.progress = progress;
    this.register = register;
  }

  /** Makes the register afresh; an older one of the demo is replaced, any other file is not. */
  static Register build(
      Surroundings surroundings,
      ClaimsFile claims,
      long seed,
      long mines,
      Consumer<String> progress)
      throws MalformedInput {
    Path path = surroundings.file(FILE);
    removeOlder(surroundings, path);
    Identity identity =
        new Identity(ORIGIN, new StateCode("POL"), true, surroundings.clock().instant());
    Register register =
        Register.create(path, identity, surroundings.clock(), surroundings.random());
    DemoRegister demo = new DemoRegister(surroundings, progress, register);
    demo.evidence(claims);
    demo.treaties();
    demo.ledger(new DemoLedger(seed));
    DemoLand land = new DemoLand(seed);
    demo.land(land);
    if (mines > 0) {
      demo.programme(new DemoProgramme(seed, land.middles()), mines);
    }
    demo.checkpoint();
    return register;
  }

  /** Signs what was made, with keys of this demo alone. */
  private void checkpoint() throws MalformedInput {
    // Never the folder that FENCELINE_KEYS names: what lies there is not the demo's to replace.
    KeyFolder keys = new KeyFolder(surroundings.file(KEYS), Optional.empty());
    keys.discardLogKeys();
    List<SigningKey> made = keys.newLogKeys(ORIGIN, surroundings.random());
    record(List.of(LogKeyFacts.of(surroundings, register.identity(), made, List.of())), "officer");
    register.checkpoint(
        keys,
        (done, total) -> progress.accept("checked %,d of %,d leaves ...".formatted(done, total)));
  }

  private static void removeOlder(Surroundings surroundings, Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Register older = RegisterCommand.openAt(surroundings, path)) {
      if (!older.identity().origin().equals(ORIGIN)) {
        throw new RefusedRequest(
            new Problem(
                "demo.file",
                Place.UNKNOWN.in(FILE),
                "this is not the demo's register but " + older.identity().origin(),
                "move it away, or run the demo in another folder"));
      }
    }
    Register.discard(path);
  }

  private static PersonId person(String name) {
    return new PersonId(ORIGIN, new Name(name));
  }

  private List<Outcome.Receipt> record(List<Fact> facts, String by) throws MalformedInput {
    return record(facts, by, List.of());
  }

  private List<Outcome.Receipt> record(List<Fact> facts, String by, List<Ciphertext> ciphertexts)
      throws MalformedInput {
    return switch (register.append(facts, person(by), ciphertexts, Progress.SILENT)) {
      case Outcome.Written written -> written.receipts();
      case Outcome.Refused refused -> throw new MalformedInput(refused.problems());
    };
  }

  private void evidence(ClaimsFile claims) throws MalformedInput {
    record(ClaimFacts.of(claims), "analyst");
    ScenarioText scenario = new ScenarioText(new Name("east-shield"), DemoFiles.scenario().text());
    record(List.of(DemoFacts.described("scenario", scenario)), "analyst");
  }

  private void treaties() throws MalformedInput {
    List<Fact> facts = new ArrayList<>();
    for (TreatyAction action : BuiltInTreaties.read().actions()) {
      if (action.state().filter(Law.REGION::contains).isPresent()) {
        facts.add(
            new Fact(
                EntryId.ofRow("fenceline-treaties", action.toString(), 0),
                false,
                When.day(action.date()),
                Optional.empty(),
                Disclosure.PUBLIC,
                List.of(new Citation("UN Treaty Collection", action.sourceReference())),
                Optional.empty(),
                action));
      }
    }
    record(facts, "analyst");
  }

  private void ledger(DemoLedger ledger) throws MalformedInput {
    record(ledger.descriptions(), "clerk-1");
    List<Fact> movements = ledger.movements();
    List<Outcome.Receipt> receipts = record(movements, "clerk-1");
    record(List.of(ledger.dispatch()), "depot-west");
    record(List.of(ledger.receipt()), "depot-east");
    record(
        List.of(ledger.stocktake(ledger.bookBeforeStocktake(movements) - COUNTED_AGAIN)),
        "depot-west");
    record(List.of(ledger.backDated()), "clerk-2");
    correct(movements.get(6), receipts.get(6).ref());
    for (int i = 0; i < receipts.size(); i += 2) {
      endorse(receipts.get(i).ref());
    }
  }

  /**
   * Two administrators, whose signatures make a release count, and what is recorded of the land.
   */
  private void land(DemoLand land) throws MalformedInput {
    PersonId surveyor = person("surveyor");
    PersonId officer = person("officer");
    SigningKey surveyorKey = personKey(surveyor);
    SigningKey officerKey = personKey(officer);
    signed(List.of(registration(surveyor, surveyorKey)), surveyor, surveyorKey);
    signed(List.of(registration(officer, officerKey)), surveyor, surveyorKey);
    signed(land.records(), surveyor, surveyorKey);
    List<Fact> releases = land.releases();
    List<Fact> endorsements = new ArrayList<>();
    signed(releases, surveyor, surveyorKey).stream()
        .limit(releases.size())
        .forEach(
            receipt -> endorsements.add(endorsementOf(receipt.ref(), "walked over on 2026-10-02")));
    signed(endorsements, officer, officerKey);
  }

  private SigningKey personKey(PersonId person) throws MalformedInput {
    return SigningKey.generate(person.toString(), KeyType.ED25519, surroundings.random());
  }

  private Fact registration(PersonId person, SigningKey key) {
    return Drafts.undated(
        surroundings,
        register.identity(),
        Disclosure.RESTRICTED,
        new PersonKey(person, new SignerKey(key.verifier().toString()), true));
  }

  private List<Outcome.Receipt> signed(List<Fact> facts, PersonId by, SigningKey key)
      throws MalformedInput {
    List<Fact> all = new ArrayList<>(facts);
    all.addAll(Signing.over(facts, by, key, true));
    return record(all, by.name().text());
  }

  /** The laying of April turns out to have been 1,520. */
  private void correct(Fact original, EntryRef ref) throws MalformedInput {
    if (original.body() instanceof Movement movement) {
      Movement.Line line = movement.lines().getFirst();
      Body right =
          new Movement(
              List.of(
                  new Movement.Line(
                      line.lot(),
                      new org.fenceline.core.entry.value.Quantity(
                          line.quantity().mines() + COUNTED_AGAIN),
                      line.from(),
                      line.to())),
              movement.purpose(),
              Optional.of("field EX-F1, counted again"));
      Fact correction = DemoFacts.of("D07 corrected", original.on().earliestDay(), 30, right);
      record(List.of(DemoFacts.correcting(correction, ref)), "clerk-2");
    }
  }

  private void endorse(EntryRef ref) throws MalformedInput {
    record(List.of(endorsementOf(ref, "held against the delivery note")), "officer");
  }

  private Fact endorsementOf(EntryRef ref, String note) {
    return new Fact(
        Drafts.newId(surroundings),
        true,
        new When.Unknown(),
        Optional.empty(),
        Disclosure.RESTRICTED,
        List.of(),
        Optional.empty(),
        new Endorsement(ref, Optional.of(note)));
  }

  /**
   * A whole programme in lots of a thousand, each laid in some ten fields whose positions are
   * sealed, in batches: the lots of one and their fields in a transaction each. While one batch is
   * written the next is invented.
   */
  private void programme(DemoProgramme programme, long mines) throws MalformedInput {
    FieldSealing sealing = custodians();
    long done = 0;
    CompletableFuture<Boolean> writing = CompletableFuture.completedFuture(true);
    for (int lot = 0; done < mines; ) {
      Batch batch = new Batch();
      try (InOrder<FieldSealing.Sealed> work = new InOrder<>(batch::take)) {
        for (int end = lot + LOTS_A_BATCH; lot < end && done < mines; lot++) {
          long size = Math.min(LOT_SIZE, mines - done);
          List<DemoProgramme.Field> fields = programme.fieldsOfLot(size);
          batch.lots.addAll(DemoLedger.lotOfProgramme(lot, size, fields));
          Name name = DemoLedger.lotOfProgramme(lot);
          LocalDate laid = DemoLedger.layingOfProgramme(lot);
          for (DemoProgramme.Field field : fields) {
            batch.laid.add(laid);
            work.submit(() -> programme.record(field, name, sealing));
          }
          done += size;
        }
        work.finish();
      }
      written(writing);
      String told = "recorded %,d of %,d mines ...".formatted(done, mines);
      writing = CompletableFuture.supplyAsync(() -> write(batch, told));
    }
    written(writing);
  }

  private static void written(CompletableFuture<Boolean> writing) {
    try {
      writing.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  private boolean write(Batch batch, String told) {
    try {
      // Two people, as every consignment asks.
      record(batch.lots.stream().filter(fact -> !isReceipt(fact)).toList(), "depot-west");
      record(batch.lots.stream().filter(DemoRegister::isReceipt).toList(), "depot-east");
      record(batch.fields, "surveyor", batch.ciphertexts);
    } catch (MalformedInput e) {
      throw new IllegalStateException("the demo's own facts are refused", e);
    }
    progress.accept(told);
    return true;
  }

  /** Lots and fields that are written together. */
  private static final class Batch {
    private final List<Fact> lots = new ArrayList<>();
    private final List<LocalDate> laid = new ArrayList<>();
    private final List<Fact> fields = new ArrayList<>();
    private final List<Ciphertext> ciphertexts = new ArrayList<>();

    void take(FieldSealing.Sealed sealed) {
      String name = sealed.field().field().text();
      fields.add(DemoFacts.of("field " + name, laid.get(fields.size()), 3, sealed.field()));
      ciphertexts.add(sealed.ciphertext());
    }
  }

  /** Two custodians with a key each, beside the log's, and the policy that names them. */
  private FieldSealing custodians() throws MalformedInput {
    List<Recipient> recipients = new ArrayList<>();
    Path folder = surroundings.file(KEYS);
    try {
      DurableFile.makePrivateFolder(folder);
      for (String name : List.of("record-office", "depositary")) {
        AgeIdentity key = AgeIdentity.create(surroundings.random());
        DurableFile.writePrivate(
            folder.resolve(name + ".key"),
            IdentityFile.text(key, surroundings.clock().instant()).getBytes(US_ASCII));
        recipients.add(
            new Recipient(
                new Name(name),
                SealingPolicy.Role.CUSTODIAN,
                key.recipient(),
                List.of(),
                Optional.empty()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    SealingPolicy policy = new SealingPolicy(new Name("fields"), recipients);
    EntryRef ref =
        record(
                List.of(
                    Drafts.undated(
                        surroundings, register.identity(), Disclosure.RESTRICTED, policy)),
                "surveyor")
            .getFirst()
            .ref();
    endorse(ref);
    return new FieldSealing(ref, recipients);
  }

  private static boolean isReceipt(Fact fact) {
    return fact.body() instanceof Receipt;
  }
}
