package org.fenceline.store.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is whole under its name, or not there. */
class DurableFileTest {
  @TempDir Path folder = Path.of("");

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** What no handler sees is as good as a crash: a machine that ran out of memory. */
  @Test
  void aCrashLeavesAPartAndTheNextTimeTakesItsPlace() throws Exception {
    Path file = folder.resolve("a.gpkg");
    assertThatThrownBy(() ->
            DurableFile.made(
                file,
                true,
                beside -> {
                  Files.writeString(beside, "half");
                  throw new OutOfMemoryError("crash");
                }))
        .isInstanceOf(OutOfMemoryError.class);
    assertThat(names()).containsExactly(".a.gpkg.part");
    DurableFile.made(file, true, beside -> Files.writeString(beside, "whole"));
    assertThat(names()).containsExactly("a.gpkg");
    assertThat(file).hasContent("whole");
  }

  @Test
  void whatFailsLeavesNothingAndTheFileAsItWas() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), "before");
    assertThatThrownBy(() ->
            DurableFile.stream(
                file,
                false,
                out -> {
                  out.write(new byte[100_000]);
                  throw new IOException("no space left");
                }))
        .hasMessage("no space left");
    assertThatThrownBy(() ->
            DurableFile.made(
                file,
                false,
                _ -> {
                  throw new IllegalStateException("a bug");
                }))
        .hasMessage("a bug");
    assertThat(names()).containsExactly("a.csv");
    assertThat(file).hasContent("before");
  }
}
