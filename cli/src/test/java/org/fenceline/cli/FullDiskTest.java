package org.fenceline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full: a process that may write no file beyond a size meets the same error. */
class FullDiskTest {
  private static final int BLOCKS =
      8_000; // of 512 bytes: more than the driver unpacks, less than the import needs
  private static final int ROWS = 12_000;

  @TempDir Path folder = Path.of("");

  @Test
  void anImportThatDoesNotFitIsToldAndNothingOfItIsWritten() throws Exception {
    Program program = new Program(folder).with("FENCELINE_PERSON", "clerk");
    program.run("init", "pol", "--state", "POL", "--origin", "fenceline.example/pol");
    StringBuilder rows = new StringBuilder("lot,model\n");
    for (int i = 0; i < ROWS; i++) {
      rows.append("X").append(i).append(",P1\n");
    }
    Files.writeString(folder.resolve("lots.csv"), rows);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command =
        "ulimit -f %d; exec '%s' -XX:-UsePerfData --enable-native-access=ALL-UNNAMED -cp '%s' %s"
            .formatted(
                BLOCKS,
                java,
                System.getProperty("java.class.path"),
                "org.fenceline.cli.Main import lots.csv --as clerk");
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(told).isEqualTo(3);
    assertThat(told).contains("store.full").contains("nothing was written");
    assertThat(program.run("export", "entries", "-").out()).isEmpty();
    assertThat(program.run("import", "lots.csv").out()).contains("12001 entries added");
    assertThat(program.run("rebuild").exitCode()).isZero();
  }
}
