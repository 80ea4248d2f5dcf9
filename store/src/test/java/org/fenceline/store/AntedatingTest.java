package org.fenceline.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.LogKeys;
import org.fenceline.core.entry.body.ScenarioText;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.SignerKey;
import org.fenceline.core.entry.value.StateCode;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.finding.Antedated;
import org.fenceline.core.log.InclusionProof;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.proof.ProofFile;
import org.fenceline.store.key.KeyFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries that claim to be older than a checkpoint that lacks them. */
class AntedatingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final Instant NOON = Instant.parse("2026-03-05T12:00:00Z");

  @TempDir Path folder = Path.of("");

  private final Fixture.Hands clock = new Fixture.Hands();

  /** A register whose log has keys, and those keys. */
  private record Keyed(Register register, KeyFolder keys) implements AutoCloseable {
    Outcome.Receipt append(int number, Disclosure disclosure) {
      return Fixture.only(register.append(List.of(fact(number, disclosure)), person("anna")));
    }

    PersonId person(String name) {
      return new PersonId(register.identity().origin(), new Name(name));
    }

    List<Antedated> antedated() {
      try (Reading reading = register.read()) {
        return reading.antedated();
      }
    }

    /** All entries, each with the proof of a checkpoint that is signed now. */
    List<Synced> proven() throws Exception {
      SignedNote note = register.checkpoint(keys, Progress.SILENT);
      List<Salted> entries = new ArrayList<>();
      List<Synced> proven = new ArrayList<>();
      try (Reading reading = register.read()) {
        reading.exportAll(entries::add);
        for (Salted entry : entries) {
          InclusionProof path =
              InclusionProof.of(proven.size(), entries.size(), reading.treeHashes());
          proven.add(
              new Synced(entry, Optional.of(ProofFile.of(new byte[0], path, note).toString())));
        }
      }
      return proven;
    }

    @Override
    public void close() {
      register.close();
    }
  }

  private Keyed keyed(String name) {
    Identity identity =
        new Identity(
            new Origin("fenceline.example/" + name), new StateCode("POL"), false, clock.instant());
    Register register =
        Register.create(folder.resolve(name + ".fenceline"), identity, clock, new SecureRandom());
    KeyFolder keys = new KeyFolder(folder.resolve(name + ".keys"), Optional.empty());
    List<SignerKey> made =
        keys.newLogKeys(identity.origin(), new SecureRandom()).stream()
            .map(key -> new SignerKey(key.verifier().toString()))
            .toList();
    Keyed keyed = new Keyed(register, keys);
    Fixture.only(
        register.append(
            List.of(
                Fixture.fact(
                    new EntryId(new UUID(name.hashCode(), 0)),
                    When.day(DAY),
                    new LogKeys(made, List.of(), Optional.empty()),
                    Optional.empty())),
            keyed.person("anna")));
    return keyed;
  }

  private static Fact fact(int number, Disclosure disclosure) {
    Fact fact = Fixture.fact(number, DAY, new ScenarioText(new Name("s"), "text " + number));
    return new Fact(
        fact.id(),
        fact.exercise(),
        fact.on(),
        fact.transcribed(),
        disclosure,
        fact.citations(),
        fact.supersedes(),
        fact.body());
  }

  @Test
  void anEntryOlderThanACheckpointThatLacksItIsFound() {
    clock.set(NOON);
    try (Keyed pol = keyed("pol")) {
      pol.append(1, Disclosure.RESTRICTED);
      pol.register().checkpoint(pol.keys(), Progress.SILENT);
      pol.append(2, Disclosure.RESTRICTED);
      pol.append(3, Disclosure.PUBLIC);
      assertThat(pol.antedated()).isEmpty();
      clock.set(NOON.minusSeconds(3_600));
      Outcome.Receipt late = pol.append(4, Disclosure.RESTRICTED);
      // A public entry bears its day only, and may be of that day's last hour.
      pol.append(5, Disclosure.PUBLIC);
      assertThat(pol.antedated())
          .singleElement()
          .satisfies(antedated -> {
            assertThat(antedated.entry().ref()).isEqualTo(late.ref());
            assertThat(antedated.size()).isEqualTo(2);
            assertThat(antedated.signedAt()).isEqualTo(NOON);
          });
      clock.set(NOON.minusSeconds(2 * 86_400));
      pol.append(6, Disclosure.PUBLIC);
      assertThat(pol.antedated()).hasSize(2);
    }
  }

  /** Its own register's checkpoints tell, not those of the one that took it over. */
  @Test
  void whatCameFromElsewhereIsHeldAgainstItsHomeLog() throws Exception {
    clock.set(NOON);
    try (Keyed pol = keyed("pol");
        Keyed ltu = keyed("ltu")) {
      ltu.append(1, Disclosure.RESTRICTED);
      clock.set(NOON.plusSeconds(60));
      pol.register().checkpoint(pol.keys(), Progress.SILENT);
      pol.register().exchange(ltu.proven(), Progress.SILENT);
      assertThat(pol.antedated()).as("older than pol's checkpoint, but of another log").isEmpty();
      clock.set(NOON.minusSeconds(60));
      ltu.append(2, Disclosure.RESTRICTED);
      clock.set(NOON.plusSeconds(120));
      pol.register().exchange(ltu.proven(), Progress.SILENT);
      assertThat(pol.antedated())
          .singleElement()
          .satisfies(antedated -> assertThat(antedated.home()).isEqualTo("fenceline.example/ltu"));
    }
  }
}
