package org.fenceline.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CampaignTest {
  /** Seconds for all readers; more by {@code -Dfenceline.fuzz.seconds}. */
  private static final int SECONDS = Integer.getInteger("fenceline.fuzz.seconds", 40);

  @TempDir Path folder = Path.of("");

  @Test
  void readersReadOrRefuseWhatNobodyWouldWrite() throws Exception {
    Campaign.Result result =
        new Campaign(Path.of("target", "fuzz").toAbsolutePath()).runAll(SECONDS);
    System.out.printf(
        "fuzz: %d readers, %d s, %,d inputs, %,d edges reached%n",
        Target.values().length, SECONDS, result.runs(), result.covered());
    assertThat(result.fault()).isEmpty();
    assertThat(result.runs()).isPositive();
  }

  /** Else a reader that refuses everything would pass. */
  @ParameterizedTest
  @EnumSource(Target.class)
  void whatItBeginsWithIsThere(Target target) throws Exception {
    assertThat(target.seeds()).isNotEmpty();
    for (byte[] seed : target.seeds()) {
      target.read(seed, Files.createTempDirectory(folder, "seed"));
    }
  }
}
