package org.fenceline.store.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes are killed (SIGKILL) at random moments; the next goes on with the files that are left,
 * so that a history grows over many kills. After each kill a copy of the files is examined, and the
 * next process recovers the files themselves.
 *
 * <p>A kill leaves the page cache alive: this shows that the program, its locks and its recovery
 * are right, and nothing about the disk. That is what {@link PowerLossTest} is for. A seed repeats
 * the choices, not the moments, which hang on the machine.
 */
class KillTest {
  /** Kills of one history, after which a new register is begun. */
  private static final int KILLS_PER_HISTORY = 20;

  /** Kills within which a broken word must be found out. */
  private static final int KILLS_OF_A_BOASTER = 10;

  private static final List<Class<? extends Workload>> WORKLOADS =
      List.of(Clerks.class, Clerks.Importers.class, Signers.class);

  @TempDir Path folder = Path.of("");

  private final Kills kills = new Kills();
  private int promised;

  @Test
  void everyPromiseOutlivesAKillAndNothingIsThereByHalf() {
    Property.campaign(
        "every promise outlives a kill",
        Math.ceilDiv(Campaign.runs(), KILLS_PER_HISTORY),
        random -> {
          Path place = Files.createTempDirectory(folder, "history");
          Class<? extends Workload> workload = WORKLOADS.get(random.nextInt(WORKLOADS.size()));
          promised += kills.history(place, workload, KILLS_PER_HISTORY, random).size();
          Campaign.delete(place);
        });
    System.out.println("kills: " + kills.count() + "; " + promised + " promises kept");
  }

  @Test
  void workThatPromisesBeforeItIsDoneIsFoundOut() throws Exception {
    Path place = Files.createTempDirectory(folder, "boasters");
    SplittableRandom random = new SplittableRandom(1);
    boolean isFoundOut = false;
    try {
      kills.history(place, Clerks.Boasters.class, KILLS_OF_A_BOASTER, random);
    } catch (AssertionError e) {
      assertThat(e).hasMessageContaining("recorded ?");
      isFoundOut = true;
    }
    assertThat(isFoundOut).isTrue();
  }
}
