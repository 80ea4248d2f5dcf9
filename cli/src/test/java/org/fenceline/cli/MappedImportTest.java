package org.fenceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.fenceline.core.entry.json.Json;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fenceline import} by a mapping, as a person runs it. */
class MappedImportTest {
  private static final String MAPPING =
      """
      kind: hazard
      dataSet: fields
      key: [id]
      place: {longitude: lon, latitude: lat}
      fields: {area: id, kind: {value: sha}, status: {value: open}}
      """;

  @TempDir Path folder = Path.of("");

  private Program program = new Program(Path.of(""));

  @BeforeEach
  void registerAndMapping() throws Exception {
    program = new Program(folder).with("FENCELINE_PERSON", "clerk");
    program.run("init", "pol", "--state", "POL", "--origin", "fenceline.example/pol");
    Files.writeString(folder.resolve("m.yaml"), MAPPING);
    Files.writeString(folder.resolve("f.csv"), "id,lon,lat,note\nA1,21,52,x\nA2,,,y\n");
  }

  private static long number(Program.Answer answer, String member) {
    assertThat(answer.exitCode()).as(answer.all()).isLessThan(2);
    return answer.json().get(member).orElseThrow() instanceof Json.Int number
        ? number.number()
        : -1;
  }

  @Test
  void aDryRunTellsAndWritesNothing() {
    Program.Answer dry = program.run("import", "f.csv", "--map", "m.yaml", "--dry-run", "--json");
    assertThat(number(dry, "records")).isEqualTo(2);
    assertThat(number(dry, "added")).isZero();
    assertThat(number(dry, "withoutLocation")).isEqualTo(1);
    Program.Answer real = program.run("import", "f.csv", "--map", "m.yaml", "--json");
    assertThat(number(real, "added")).isEqualTo(2);
    Program.Answer again = program.run("import", "f.csv", "--map", "m.yaml", "--json");
    assertThat(number(again, "added")).isZero();
  }

  @Test
  void theAnswerNamesWhatWasNotTaken() {
    assertThat(program.run("import", "f.csv", "--map", "m.yaml").out())
        .contains("imported 2 records of 2 rows: 2 entries added, 0 of them corrections")
        .contains("1 without a shape: they need a location")
        .contains("not taken: note");
  }

  @Test
  void oneBadRowKeepsTheFileOutUnlessTheGoodOnesAreWanted() throws Exception {
    Files.writeString(folder.resolve("f.csv"), "id,lon,lat\nA1,21,52\nA2,21,95\n");
    Program.Answer whole = program.run("import", "f.csv", "--map", "m.yaml");
    assertThat(whole.exitCode()).isEqualTo(3);
    assertThat(whole.err()).contains("f.csv:3: lon, lat: latitude 95 does not exist");
    Program.Answer good =
        program.run("import", "f.csv", "--map", "m.yaml", "--keep-good", "--json");
    assertThat(good.exitCode()).isEqualTo(1);
    // Nothing of the first try was written, or this would add nothing.
    assertThat(number(good, "added")).isEqualTo(1);
    assertThat(number(good, "refusedRows")).isEqualTo(1);
    assertThat(good.err()).contains("refused: f.csv:3");
  }

  @Test
  void aChangedRowIsACorrection() throws Exception {
    program.run("import", "f.csv", "--map", "m.yaml");
    Files.writeString(folder.resolve("f.csv"), "id,lon,lat,note\nA1,21,52,x\nA2,22,52,y\n");
    Program.Answer changed = program.run("import", "f.csv", "--map", "m.yaml", "--json");
    assertThat(number(changed, "added")).isEqualTo(1);
    assertThat(number(changed, "corrections")).isEqualTo(1);
  }

  @Test
  void aFirstGuessAtARealFileCanBeUsed() throws Exception {
    String file = ProjectFiles.of("exchange/src/test/data/unexploded-ordnance.gpkg").toString();
    Program.Answer guess = program.run("import", "--suggest", file);
    assertThat(guess.out())
        .contains("260 rows, 0 without a shape")
        .contains("layer: \"UnexplodedOrdnanceAreas\" # or ")
        .contains("EPSG:3395")
        .contains("\"Explosives Dumping Area\"");
    Files.writeString(folder.resolve("guess.yaml"), guess.out());
    Program.Answer imported = program.run("import", file, "--map", "guess.yaml", "--json");
    assertThat(number(imported, "added")).isEqualTo(130);
    assertThat(number(imported, "leftAside")).isEqualTo(130);
  }

  @Test
  void whatGoesOnlyWithAMappingSaysSo() {
    assertThat(program.run("import", "f.csv", "--dry-run").exitCode()).isEqualTo(2);
    assertThat(program.run("import", "f.csv", "--map", "m.yaml", "--data-set", "x").exitCode())
        .isEqualTo(2);
    assertThat(program.run("import", "none.csv", "--map", "m.yaml").err())
        .contains("[input.missing]");
  }
}
