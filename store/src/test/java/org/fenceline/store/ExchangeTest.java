package org.fenceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.ScenarioText;
import org.fenceline.core.entry.body.Voiding;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.entry.value.When;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers that hand each other their entries come to say the same. */
class ExchangeTest {
  private static final int RUNS = 20;
  private static final int OPERATIONS = 60;
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  @TempDir Path folder = Path.of("");

  private final Fixture.Hands clock = new Fixture.Hands();

  private Register register(Path place, String name) {
    Identity identity =
        new Identity(
            new Origin("fenceline.example/" + name), new StateCode("POL"), false, clock.instant());
    return Register.create(place.resolve(name + ".fenceline"), identity, clock, new SecureRandom());
  }

  private static PersonId person(Register register, String name) {
    return new PersonId(register.identity().origin(), new Name(name));
  }

  private static Fact fact(EntryId id, String text) {
    return Fixture.fact(id, When.day(DAY), new ScenarioText(new Name("s"), text), Optional.empty());
  }

  private static Outcome give(Register from, Register to) {
    List<Synced> entries = new ArrayList<>();
    try (Reading reading = from.read()) {
      reading.exportAll(salted -> entries.add(new Synced(salted, Optional.empty())));
    }
    return to.exchange(entries, Progress.SILENT);
  }

  private static List<Logged> all(Register register) {
    List<Logged> entries = new ArrayList<>();
    try (Reading reading = register.read()) {
      for (long leaf = 0; leaf < reading.size(); leaf++) {
        entries.add(reading.at(leaf).orElseThrow());
      }
    }
    return entries;
  }

  private static SortedSet<String> standing(Register register, Instant knownAt, AsOf.Basis basis) {
    SortedSet<String> standing = new TreeSet<>();
    try (Reading reading = register.read()) {
      reading
          .standing(new AsOf(DAY.plusYears(1), knownAt, AsOf.Clock.RECORDED, basis))
          .forEach(entry ->
              standing.add(
                  entry.id() + " " + entry.contentHash() + " " + entry.entry().recordedAt()));
    }
    return standing;
  }

  @Test
  void anyInterleavingOfExchangesConverges() {
    Property.check("registers converge", RUNS, this::converges);
  }

  private void converges(SplittableRandom random) throws Exception {
    Path place = Files.createTempDirectory(folder, "run");
    List<Register> registers = new ArrayList<>();
    for (String name : List.of("ministry", "north", "south")) {
      registers.add(register(place, name));
    }
    try {
      long number = 0;
      for (int i = 0; i < OPERATIONS; i++) {
        clock.advanceSeconds(random.nextInt(3));
        Register one = registers.get(random.nextInt(registers.size()));
        if (random.nextInt(6) == 0) {
          Register other = registers.get(random.nextInt(registers.size()));
          if (other != one) {
            assertThat(give(other, one)).isInstanceOf(Outcome.Written.class);
          }
        } else {
          number += operate(one, random, number);
        }
      }
      for (int round = 0; round < 2; round++) {
        for (Register from : registers) {
          registers.stream().filter(to -> to != from).forEach(to -> give(from, to));
        }
      }
      Register first = registers.getFirst();
      for (Register other : registers) {
        assertThat(other.audit(Progress.SILENT).faults()).isEmpty();
        for (int i = 0; i < 6; i++) {
          Instant knownAt =
              i == 0 ? Instant.MAX : Instant.parse("2026-01-01T00:00:00Z").plusSeconds(10L * i);
          for (AsOf.Basis basis : AsOf.Basis.values()) {
            assertThat(standing(other, knownAt, basis))
                .as(other.identity().origin() + " at " + knownAt + " " + basis)
                .isEqualTo(standing(first, knownAt, basis));
          }
        }
      }
    } finally {
      registers.forEach(Register::close);
    }
  }

  private long operate(Register register, SplittableRandom random, long number) {
    PersonId by = person(register, random.nextBoolean() ? "anna" : "boris");
    List<Logged> all = all(register);
    // A few ids come up in several registers: the same row imported twice, or clashing ones.
    EntryId id =
        random.nextInt(5) == 0
            ? new EntryId(new UUID(9, random.nextInt(6)))
            : new EntryId(new UUID(random.nextLong(), number));
    if (all.isEmpty() || random.nextInt(3) == 0) {
      register.append(List.of(fact(id, "text " + random.nextInt(2))), by);
      return 1;
    }
    Logged target = all.get(random.nextInt(all.size()));
    Fact fact =
        switch (random.nextInt(3)) {
          case 0 ->
              Fixture.fact(
                  id,
                  When.day(DAY),
                  new Endorsement(target.ref(), Optional.empty()),
                  Optional.empty());
          case 1 ->
              Fixture.fact(id, When.day(DAY), new Voiding("wrong"), Optional.of(target.ref()));
          default ->
              Fixture.fact(
                  id,
                  When.day(DAY),
                  new ScenarioText(new Name("s"), "corrected " + number),
                  Optional.of(target.ref()));
        };
    register.append(List.of(fact), by);
    return 1;
  }

  @Test
  void handingOverTwiceAddsNothing() {
    try (Register one = register(folder, "one");
        Register two = register(folder, "two")) {
      one.append(List.of(fact(new EntryId(new UUID(1, 1)), "a")), person(one, "anna"));
      give(one, two);
      give(one, two);
      give(two, one);
      assertThat(all(one)).hasSize(1);
      assertThat(all(two)).hasSize(1);
    }
  }

  @Test
  void whatBothRecordedIsOneFactSinceItWasFirstRecorded() {
    try (Register one = register(folder, "one");
        Register two = register(folder, "two")) {
      EntryId id = new EntryId(new UUID(1, 1));
      one.append(List.of(fact(id, "a")), person(one, "anna"));
      Instant first = clock.instant();
      clock.advanceSeconds(60);
      two.append(List.of(fact(id, "a")), person(two, "boris"));
      give(two, one);
      give(one, two);
      for (Register register : List.of(one, two)) {
        assertThat(all(register)).as("both leaves stay").hasSize(2);
        assertThat(standing(register, Instant.MAX, AsOf.Basis.ALL))
            .singleElement()
            .asString()
            .endsWith(first.toString());
      }
    }
  }

  @Test
  void oneIdWithTwoContentsStaysTwiceAndIsListed() {
    try (Register one = register(folder, "one");
        Register two = register(folder, "two")) {
      EntryId id = new EntryId(new UUID(1, 1));
      one.append(List.of(fact(id, "a")), person(one, "anna"));
      two.append(List.of(fact(id, "b")), person(two, "boris"));
      give(two, one);
      assertThat(standing(one, Instant.MAX, AsOf.Basis.ALL)).hasSize(2);
      try (Reading reading = one.read()) {
        assertThat(reading.clashes()).containsExactly(id);
      }
    }
  }

  @Test
  void aCorrectionWaitsForWhatItCorrects() {
    try (Register one = register(folder, "one");
        Register two = register(folder, "two")) {
      EntryId id = new EntryId(new UUID(1, 1));
      one.append(List.of(fact(id, "a")), person(one, "anna"));
      EntryRef target = all(one).getFirst().ref();
      one.append(
          List.of(
              Fixture.fact(
                  new EntryId(new UUID(1, 2)),
                  When.day(DAY),
                  new ScenarioText(new Name("s"), "b"),
                  Optional.of(target))),
          person(one, "anna"));
      List<Synced> entries = new ArrayList<>();
      try (Reading reading = one.read()) {
        reading.exportAll(salted -> entries.add(new Synced(salted, Optional.empty())));
      }
      two.exchange(List.of(entries.get(1)), Progress.SILENT);
      assertThat(standing(two, Instant.MAX, AsOf.Basis.ALL)).isEmpty();
      try (Reading reading = two.read()) {
        assertThat(reading.waiting()).hasSize(1);
      }
      two.exchange(List.of(entries.get(0)), Progress.SILENT);
      assertThat(standing(two, Instant.MAX, AsOf.Basis.ALL))
          .isEqualTo(standing(one, Instant.MAX, AsOf.Basis.ALL));
      try (Reading reading = two.read()) {
        assertThat(reading.waiting()).isEmpty();
      }
      assertThat(two.audit(Progress.SILENT).faults()).isEmpty();
    }
  }

  @Test
  void aRealRegisterTakesNothingInventedOver() {
    try (Register one = register(folder, "one")) {
      Identity invented =
          new Identity(
              new Origin("fenceline.example/x/exercise"),
              new StateCode("POL"),
              true,
              clock.instant());
      try (Register exercise =
          Register.create(folder.resolve("x.fenceline"), invented, clock, new SecureRandom())) {
        exercise.append(
            List.of(
                new Fact(
                    new EntryId(new UUID(1, 1)),
                    true,
                    When.day(DAY),
                    Optional.empty(),
                    Disclosure.RESTRICTED,
                    List.of(),
                    Optional.empty(),
                    new ScenarioText(new Name("s"), "a"))),
            person(exercise, "anna"));
        assertThat(give(exercise, one)).isInstanceOf(Outcome.Refused.class);
        assertThat(all(one)).isEmpty();
      }
    }
  }
}
