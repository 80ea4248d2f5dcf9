package org.fenceline.core.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.fenceline.core.entry.body.Movement;
import org.fenceline.core.entry.body.Settings;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Entries as text: what was recorded once stays readable, with the same hashes, for ever. */
class EntryTextTest {
  private static final EntryText TEXT = new EntryText(Kinds.ALL);

  /** Entries as earlier versions of the program recorded them; lines are added, never changed. */
  private static final Path VECTORS = ProjectFiles.of("docs/formats/entry-vectors.csv");

  /**
   * One recorded entry.
   *
   * @param kind its kind and version
   * @param salt its salt
   * @param contentHash its content hash
   * @param leaf its leaf
   * @param json its canonical JSON
   */
  record Vector(String kind, String salt, String contentHash, String leaf, String json) {
    @Override
    public String toString() {
      return kind;
    }
  }

  static Stream<Vector> vectors() throws IOException {
    return Files.readAllLines(VECTORS).stream()
        .skip(1)
        .map(line -> {
          List<String> cells = List.of(line.split(";", 5));
          return new Vector(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
        });
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void whatWasRecordedStaysReadableWithTheSameHashes(Vector vector) throws Exception {
    EntryText.Recorded recorded = TEXT.read(vector.json());
    assertThat(TEXT.readEntry(vector.json())).isEqualTo(recorded.entry());
    assertThat(recorded.contentHash().hex()).isEqualTo(vector.contentHash());
    byte[] salt = HexFormat.of().parseHex(vector.salt());
    assertThat(HexFormat.of().formatHex(Leaf.of(salt, vector.json()))).isEqualTo(vector.leaf());
  }

  @Test
  void everyKindHasAVector() throws Exception {
    assertThat(vectors().map(Vector::kind))
        .containsAll(
            Kinds.ALL.list().stream().map(kind -> kind.word() + ":" + kind.version()).toList());
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    for (Vector vector : vectors().toList()) {
      EntryText.Recorded recorded = TEXT.read(vector.json());
      if (vector.kind().endsWith(":" + Kinds.ALL.of(recorded.entry().fact().body()).version())) {
        assertThat(TEXT.of(recorded.entry())).isEqualTo(vector.json());
        assertThat(TEXT.contentHash(recorded.entry().fact())).isEqualTo(recorded.contentHash());
      }
    }
  }

  @Test
  void anEntryOfAnOlderVersionIsReadThroughItsUpgradesAndKeepsItsHashes() throws Exception {
    Kind older = new Kind("settings", Settings.class, Kind.Trait.WORLD, List.of());
    String json = jsonOf("settings:1");
    Sha256 before = new EntryText(new Kinds(List.of(older))).read(json).contentHash();
    Kind newer =
        new Kind(
            "settings",
            Settings.class,
            Kind.Trait.WORLD,
            List.of(body -> Json.object().putAll(body.members()).put("recordDueDays", 21).build()));
    EntryText.Recorded upgraded = new EntryText(new Kinds(List.of(newer))).read(json);
    assertThat(upgraded.contentHash()).isEqualTo(before);
    assertThat(upgraded.canonicalJson()).isEqualTo(json);
    assertThat(((Settings) upgraded.entry().fact().body()).recordDueDays().orElseThrow().number())
        .isEqualTo(21);
  }

  @Test
  void aNewerVersionAndAnUnknownKindAreRefusedAndSaidToBeNewer() throws Exception {
    String json = jsonOf("movement:1");
    assertThatThrownBy(() -> TEXT.read(json.replace("\"schemaVersion\":1", "\"schemaVersion\":99")))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("newer program");
    assertThatThrownBy(
            () -> TEXT.read(json.replace("\"kind\":\"movement\"", "\"kind\":\"moonshot\"")))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("newer program");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"quantity\":600|\"quantity\":-600|quantity",
        "\"quantity\":600|\"quantity\":0|quantity",
        "\"quantity\":600|\"quantity\":12.5|whole number",
        "\"quantity\":600|\"quantity\":9007199254740993|2^53",
        "\"to\":\"depot:WEST\"|\"to\":\"opening\"|only gives",
        "\"to\":\"depot:WEST\"|\"to\":\"attic\"|not an account",
        "\"on\":\"2026-03-05\"|\"on\":\"2026-02-30\"|not a date that exists",
        "\"lot\":\"X26\"|\"lot\":\"\"|not a name",
        "\"lot\":\"X26\"|\"lot\":\"X26\",\"weight\":3|no such member",
      })
  void whatIsNotWellFormedIsRefusedWithItsPlace(String good, String bad, String said)
      throws Exception {
    String json = jsonOf("movement:1");
    assertThat(json).contains(good);
    assertThatThrownBy(() -> TEXT.read(json.replace(good, bad)))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining(said);
  }

  @Test
  void aMovementsContentDoesNotDependOnWhoRecordsItWhen() throws Exception {
    EntryText.Recorded recorded = TEXT.read(jsonOf("movement:1"));
    Entry other =
        new Entry(
            recorded.entry().fact(),
            recorded.entry().recordedAt().plusSeconds(86_400),
            recorded.entry().recordedBy());
    assertThat(TEXT.read(TEXT.of(other)).contentHash()).isEqualTo(recorded.contentHash());
    assertThat(recorded.entry().fact().body()).isInstanceOf(Movement.class);
  }

  private static String jsonOf(String kind) throws IOException {
    return vectors().filter(vector -> vector.kind().equals(kind)).findFirst().orElseThrow().json();
  }
}
