package org.fenceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.body.ScenarioText;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.When;
import org.fenceline.store.Progress;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import org.fenceline.store.Synced;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an exchange between registers leaves to be looked at. */
class ExchangeFindingsTest {
  private static final EntryId SHARED = new EntryId(new UUID(1, 1));

  @TempDir Path folder = Path.of("");

  private Program program = new Program(folder);

  @BeforeEach
  void makeTwoRegisters() {
    program = new Program(folder);
    program.run("init", "pol", "--state", "POL", "--origin", "fenceline.example/pol");
    program.run("init", "ltu", "--state", "LTU", "--origin", "fenceline.example/ltu");
    program.with("FENCELINE_REGISTER", "pol.fenceline");
  }

  private Register open(String name) {
    return Register.open(
        folder.resolve(name + ".fenceline"),
        () -> Instant.parse("2026-11-24T12:00:00Z"),
        new SecureRandom(),
        Register.PATIENCE);
  }

  private static Fact fact(EntryId id, String text, Optional<EntryRef> supersedes) {
    return new Fact(
        id,
        false,
        When.day(LocalDate.of(2026, 3, 1)),
        Optional.empty(),
        Disclosure.RESTRICTED,
        List.of(),
        supersedes,
        new ScenarioText(new Name("s"), text));
  }

  private static void append(Register register, Fact fact) {
    register.append(List.of(fact), new PersonId(register.identity().origin(), new Name("anna")));
  }

  private static List<Synced> entries(Register register) {
    List<Synced> entries = new ArrayList<>();
    try (Reading reading = register.read()) {
      reading.exportAll(salted -> entries.add(new Synced(salted, Optional.empty())));
    }
    return entries;
  }

  private Program.Answer findings(String rule) {
    return program.run("findings", "--rule", rule);
  }

  @Test
  void oneIdWithTwoContentsIsADiscrepancy() {
    try (Register pol = open("pol");
        Register ltu = open("ltu")) {
      append(pol, fact(SHARED, "as Poland has it", Optional.empty()));
      append(ltu, fact(SHARED, "as Lithuania has it", Optional.empty()));
      assertThat(findings("clashing-entries").exitCode()).isZero();
      pol.exchange(entries(ltu), Progress.SILENT);
    }
    Program.Answer found = findings("clashing-entries");
    assertThat(found.exitCode()).isEqualTo(1);
    assertThat(found.out()).contains("2 different entries carry the id " + SHARED);
  }

  @Test
  void aCorrectionWhoseTargetHasNotArrivedIsNamedUntilItHas() {
    try (Register pol = open("pol");
        Register ltu = open("ltu")) {
      Fact target = fact(SHARED, "first", Optional.empty());
      append(ltu, target);
      EntryRef ref = new EntryRef(SHARED, new EntryText(Kinds.ALL).contentHash(target));
      append(ltu, fact(new EntryId(new UUID(1, 2)), "corrected", Optional.of(ref)));
      List<Synced> entries = entries(ltu);
      pol.exchange(entries.subList(1, 2), Progress.SILENT);
      Program.Answer found = findings("waiting-entry");
      assertThat(found.exitCode()).isEqualTo(1);
      assertThat(found.out()).contains("until the entry that it points to arrives");
      pol.exchange(entries.subList(0, 1), Progress.SILENT);
      assertThat(findings("waiting-entry").exitCode()).isZero();
    }
  }
}
