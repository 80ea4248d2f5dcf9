package org.fenceline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fenceline.store.Fixture.depot;
import static org.fenceline.store.Fixture.fact;
import static org.fenceline.store.Fixture.movement;
import static org.fenceline.store.Fixture.only;
import static org.fenceline.store.Fixture.person;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Leaf;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.Settings;
import org.fenceline.core.entry.body.Voiding;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.log.GrowingTree;
import org.fenceline.core.log.MerkleTree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a register promises to those who append and read. */
class RegisterTest {
  private static final Account FACTORY = Account.of(Account.Type.FACTORY);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
  private static final int SUBMITTERS = 16;
  private static final int EACH = 25;

  @TempDir Path folder = Path.of("");

  private final Fixture.Hands clock = new Fixture.Hands();
  private Register register = unopened();

  @org.jspecify.annotations.NullUnmarked
  private static Register unopened() {
    return null;
  }

  @BeforeEach
  void open() {
    register = Fixture.create(folder, clock);
  }

  @AfterEach
  void close() {
    register.close();
  }

  private Outcome append(String by, Fact... facts) {
    return register.append(List.of(facts), person(by));
  }

  private static Fact produced(long number, long mines) {
    return fact(number, DAY, movement("L", mines, FACTORY, depot("A")));
  }

  @Test
  void retriesOfOneAppendGiveOneLeafAndTheFirstReceipt() {
    Outcome.Receipt first = only(append("a", produced(1, 5)));
    clock.advanceSeconds(60);
    Outcome.Receipt again = only(append("b", produced(1, 5)));
    assertThat(first.isNew()).isTrue();
    assertThat(again.isNew()).isFalse();
    assertThat(again.leafIndex()).isEqualTo(first.leafIndex());
    assertThat(again.ref()).isEqualTo(first.ref());
    Outcome twice = append("a", produced(2, 7), produced(2, 7));
    assertThat(((Outcome.Written) twice).receipts())
        .extracting(Outcome.Receipt::isNew)
        .containsExactly(true, false);
    try (Reading reading = register.read()) {
      assertThat(reading.size()).isEqualTo(2);
    }
  }

  @Test
  void anIdWithOtherContentIsRefusedAndTheWholeRequestWithIt() {
    append("a", produced(1, 5));
    Outcome outcome = append("a", produced(2, 1), produced(1, 6));
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) outcome).problems())
        .extracting(problem -> problem.code())
        .containsExactly("register.id-reused");
    try (Reading reading = register.read()) {
      assertThat(reading.size()).as("nothing of a refused request is written").isEqualTo(1);
    }
  }

  @Test
  void nobodyEndorsesTheirOwnRecord() {
    EntryRef ref = only(append("a", produced(1, 5))).ref();
    Fact endorsement = fact(2, DAY, new Endorsement(ref, Optional.empty()));
    assertThat(codes(append("a", endorsement))).containsExactly("register.own-record");
    assertThat(append("b", endorsement)).isInstanceOf(Outcome.Written.class);
  }

  @Test
  void anExerciseEntryIsRefusedByARealRegister() {
    Fact real = produced(1, 5);
    Fact exercise =
        new Fact(
            real.id(),
            true,
            real.on(),
            real.transcribed(),
            real.disclosure(),
            real.citations(),
            real.supersedes(),
            real.body());
    assertThat(codes(append("a", exercise))).containsExactly("register.exercise");
  }

  @Test
  void aPersonOfAnExerciseIsRefusedByARealRegister() {
    PersonId actor =
        new PersonId(new Origin("fenceline.example/drill/exercise"), new Name("actor"));
    assertThat(codes(register.append(List.of(produced(1, 5)), actor)))
        .containsExactly("register.exercise");
  }

  @Test
  void aCorrectionNamesAnEntryOfItsKindThatIsHere() {
    EntryRef ref = only(append("a", produced(1, 5))).ref();
    Settings settings = Settings.DEFAULTS;
    EntryId id = produced(9, 1).id();
    assertThat(codes(append("a", fact(id, When.day(DAY), settings, Optional.of(ref)))))
        .containsExactly("register.kind");
    EntryRef elsewhere = new EntryRef(id, ref.contentHash());
    assertThat(
            codes(append("a", fact(id, When.day(DAY), new Voiding("x"), Optional.of(elsewhere)))))
        .containsExactly("register.target");
    assertThat(codes(append("a", fact(9, DAY, new Voiding("x")))))
        .containsExactly("register.target");
  }

  @Test
  void aPublicEntrysTimeIsHeldToTheDay() {
    clock.set(Instant.parse("2026-03-05T13:14:15.161Z"));
    Fact open = produced(1, 5);
    append(
        "a",
        new Fact(
            open.id(),
            false,
            open.on(),
            Optional.empty(),
            Disclosure.PUBLIC,
            List.of(),
            Optional.empty(),
            open.body()),
        produced(2, 5));
    try (Reading reading = register.read()) {
      assertThat(reading.at(0).orElseThrow().entry().recordedAt())
          .isEqualTo("2026-03-05T00:00:00Z");
      assertThat(reading.at(1).orElseThrow().entry().recordedAt())
          .isEqualTo("2026-03-05T13:14:15.161Z");
      assertThat(reading.at(0).orElseThrow().arrivedAt()).isEqualTo("2026-03-05T13:14:15.161Z");
    }
  }

  @Test
  void whatABackDatedEntryTakesBelowZeroIsToldAtOnce() {
    append("a", produced(1, 5));
    append("a", fact(2, DAY.plusDays(10), movement("L", 4, depot("A"), depot("B"))));
    Outcome outcome =
        append("a", fact(3, DAY.plusDays(2), movement("L", 3, depot("A"), depot("C"))));
    assertThat(((Outcome.Written) outcome).shortfalls())
        .extracting(Shortfall::toString)
        .containsExactly("depot:A, lot L, is below zero from 2026-03-15");
  }

  @Test
  void theRootCommitsToEveryEntryWithItsSalt() {
    for (int i = 1; i <= 7; i++) {
      append("a", produced(i, i));
    }
    GrowingTree tree = GrowingTree.resume(0, _ -> new byte[0]);
    List<Sha256> roots = new ArrayList<>();
    roots.add(Sha256.ofBytes(tree.root()));
    try (Reading reading = register.read()) {
      reading.exportAll(entry -> {
        byte[] leaf = Leaf.of(entry.salt(), entry.recorded().canonicalJson());
        assertThat(leaf).hasSize(50);
        tree.add(MerkleTree.leafHash(leaf), (_, _) -> {});
        roots.add(Sha256.ofBytes(tree.root()));
      });
      for (int size = 0; size <= 7; size++) {
        assertThat(reading.root(size)).isEqualTo(roots.get(size));
      }
    }
  }

  @Test
  void manySubmittersGiveOneSequence() throws Exception {
    try (ExecutorService submitters = Executors.newFixedThreadPool(SUBMITTERS)) {
      List<Future<Outcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < SUBMITTERS * EACH; i++) {
        long number = i;
        Callable<Outcome> task = () -> append("a", produced(number, 1 + number));
        outcomes.add(submitters.submit(task));
      }
      List<Long> leaves = new ArrayList<>();
      for (Future<Outcome> outcome : outcomes) {
        leaves.add(only(outcome.get()).leafIndex());
      }
      assertThat(leaves).doesNotHaveDuplicates().hasSize(SUBMITTERS * EACH);
    }
    assertThat(register.rebuild(Progress.SILENT).differences()).isEmpty();
    try (Reading reading = register.read()) {
      assertThat(reading.size()).isEqualTo(SUBMITTERS * EACH);
    }
  }

  @Test
  void aReadingSeesOneLogSizeWhateverIsAppendedMeanwhile() {
    append("a", produced(1, 5));
    try (Reading reading = register.read()) {
      assertThat(reading.size()).isEqualTo(1);
      append("a", produced(2, 5));
      assertThat(reading.size()).isEqualTo(1);
      AsOf now = AsOf.everythingKnown(DAY, Instant.MAX);
      assertThat(reading.balances(now, Optional.empty()).of(depot("A"), new Name("L")).most())
          .isEqualTo(5);
    }
  }

  @Test
  void adoptedEntriesKeepTheirStampsAndSalts() {
    append("a", produced(1, 5), produced(2, 6));
    List<Salted> entries = new ArrayList<>();
    try (Reading reading = register.read()) {
      reading.exportAll(entries::add);
    }
    Path other = folder.resolve("other.fenceline");
    try (Register copy =
            Register.create(
                other, Fixture.REAL, InstantSource.system(), new java.security.SecureRandom());
        Reading original = register.read()) {
      copy.adopt(entries, Progress.SILENT);
      try (Reading reading = copy.read()) {
        assertThat(reading.root(2)).isEqualTo(original.root(2));
        assertThat(reading.at(1).orElseThrow().entry())
            .isEqualTo(original.at(1).orElseThrow().entry());
      }
    }
  }

  private static List<String> codes(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused
        ? refused.problems().stream().map(problem -> problem.code()).toList()
        : List.of();
  }
}
