package org.fenceline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.ScenarioText;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.log.note.Checkpoint;
import org.fenceline.core.log.note.SignedNote;
import org.fenceline.core.log.note.Signers;
import org.fenceline.core.log.note.VerifierKey;
import org.fenceline.store.key.KeyException;
import org.fenceline.store.key.KeyFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints: what is signed, and what stops the pen. */
class LogSignerTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  @TempDir Path folder = Path.of("");

  private final Fixture.Hands clock = new Fixture.Hands();
  private KeyFolder keys = new KeyFolder(Path.of(""), Optional.empty());

  @BeforeEach
  void makeKeys() {
    keys = new KeyFolder(folder.resolve("keys"), Optional.empty());
    keys.newLogKeys(Fixture.ORIGIN, new SecureRandom());
  }

  private void append(Register register, int from, int until) {
    for (int i = from; i < until; i++) {
      Fixture.only(
          register.append(
              List.of(Fixture.fact(i, DAY, new ScenarioText(new Name("s" + i), "text"))),
              Fixture.person("clerk")));
    }
  }

  private Register open(Path file) {
    return Register.open(file, clock, new SecureRandom(), Duration.ofSeconds(1));
  }

  private Path file() {
    return folder.resolve("test.fenceline");
  }

  private static Checkpoint signed(Register register, KeyFolder keys) throws Exception {
    return Checkpoint.parse(register.checkpoint(keys, Progress.SILENT).text());
  }

  @Test
  void theCheckpointIsTheLogAsItIsSignedByBothKeys() throws Exception {
    try (Register register = Fixture.create(folder, clock)) {
      append(register, 0, 11);
      SignedNote note = register.checkpoint(keys, Progress.SILENT);
      List<VerifierKey> known = keys.logKeys().stream().map(key -> key.verifier()).toList();
      assertThat(Signers.of(note, known).verified()).hasSize(2);
      try (Reading reading = register.read()) {
        assertThat(Checkpoint.parse(note.text()).root()).isEqualTo(reading.root(11));
        assertThat(reading.checkpoints(0)).hasSize(1);
      }
      append(register, 11, 13);
      assertThat(signed(register, keys).size()).isEqualTo(13);
      assertThat(keys.lastSigned().orElseThrow().size()).isEqualTo(13);
    }
  }

  /** One bit in a row, in a stored hash of any level, or a row too many or too few. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update log set canonical_json = replace(canonical_json, 'text', 'tex' || char(117))"
            + " where leaf_index = 3",
        "update log set salt = zeroblob(32) where leaf_index = 0",
        "update tree_node set hash = zeroblob(32) where position = 0",
        "update tree_node set hash = zeroblob(32) where position = 1",
        "update tree_node set hash = zeroblob(32) where position = 7",
        "delete from tree_node where position = 3",
        "insert into tree_node (position, hash) values (999, zeroblob(32))"
      })
  void whatDoesNotFitStopsTheCheckpoint(String damage) throws Exception {
    try (Register register = Fixture.create(folder, clock)) {
      append(register, 0, 11);
      damage(file(), damage);
      assertThatThrownBy(() -> register.checkpoint(keys, Progress.SILENT))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("nothing was signed");
      assertThat(keys.lastSigned()).isEmpty();
    }
  }

  private void damage(Path file, String sql) throws Exception {
    try (Connection connection = new RegisterFile(file, Duration.ofSeconds(1)).open();
        Statement statement = connection.createStatement()) {
      statement.execute("pragma foreign_keys = off");
      statement.executeUpdate(sql);
    }
  }

  @Test
  void aRestoredOlderFileIsNotSigned() throws Exception {
    try (Register register = Fixture.create(folder, clock)) {
      append(register, 0, 5);
      register.backup(folder.resolve("older.fenceline"));
      append(register, 5, 8);
      signed(register, keys);
    }
    try (Register restored = open(folder.resolve("older.fenceline"))) {
      assertThatThrownBy(() -> restored.checkpoint(keys, Progress.SILENT))
          .hasMessageContaining("it was restored or copied");
      // Not even when it has grown past the size again, with other entries.
      append(restored, 20, 26);
      assertThatThrownBy(() -> restored.checkpoint(keys, Progress.SILENT))
          .hasMessageContaining("are not those that its keys signed");
    }
  }

  @Test
  void ofTwoCopiesWithOneKeyFolderOnlyOneSignsOn() throws Exception {
    Path copy = folder.resolve("copy.fenceline");
    try (Register register = Fixture.create(folder, clock)) {
      append(register, 0, 5);
      signed(register, keys);
      register.backup(copy);
      append(register, 5, 7);
      signed(register, keys);
    }
    try (Register second = open(copy)) {
      append(second, 30, 32);
      assertThatThrownBy(() -> second.checkpoint(keys, Progress.SILENT))
          .hasMessageContaining("are not those that its keys signed");
    }
  }

  @Test
  void keysOfAnotherLogAreRefused() throws Exception {
    KeyFolder others = new KeyFolder(folder.resolve("others"), Optional.empty());
    others.newLogKeys(
        new org.fenceline.core.entry.value.Origin("fenceline.example/other"), new SecureRandom());
    try (Register register = Fixture.create(folder, clock)) {
      assertThatThrownBy(() -> register.checkpoint(others, Progress.SILENT))
          .hasMessageContaining("fenceline.example/other");
    }
  }

  @Test
  void withoutKeysItSaysHowToMakeThem() throws Exception {
    KeyFolder none = new KeyFolder(folder.resolve("none"), Optional.empty());
    try (Register register = Fixture.create(folder, clock)) {
      assertThatThrownBy(() -> register.checkpoint(none, Progress.SILENT))
          .isInstanceOf(KeyException.class)
          .hasMessageContaining("not here");
    }
  }

  @Test
  void aKeyUnderAPassphraseOpensWithThatAlone() throws Exception {
    Path place = folder.resolve("locked");
    KeyFolder locked = new KeyFolder(place, Optional.of("open sesame".toCharArray()));
    locked.newLogKeys(Fixture.ORIGIN, new SecureRandom());
    assertThat(locked.logKeys()).hasSize(2);
    assertThat(Files.readString(place.resolve("log/ed25519.key")))
        .contains("BEGIN ENCRYPTED PRIVATE KEY");
    for (Optional<char[]> wrong :
        List.of(Optional.<char[]>empty(), Optional.of("open barley".toCharArray()))) {
      assertThatThrownBy(() -> new KeyFolder(place, wrong).logKeys())
          .isInstanceOf(KeyException.class)
          .hasMessageContaining("passphrase");
    }
  }

  @Test
  void onlyTheirOwnerCanReadKeys() throws Exception {
    assertThat(
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("keys/log/ed25519.key"))))
        .isEqualTo("rw-------");
    assertThat(
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("keys/log"))))
        .isEqualTo("rwx------");
  }

  @Test
  void aRotationThatBrokeOffGoesOnWithTheSameKeys() {
    var first = keys.nextLogKeys(Fixture.ORIGIN, new SecureRandom());
    var again = keys.nextLogKeys(Fixture.ORIGIN, new SecureRandom());
    assertThat(again.getFirst().verifier()).isEqualTo(first.getFirst().verifier());
    assertThat(keys.logKeys().getFirst().verifier()).isNotEqualTo(first.getFirst().verifier());
    keys.finishRotation();
    assertThat(keys.logKeys().getFirst().verifier()).isEqualTo(first.getFirst().verifier());
  }
}
