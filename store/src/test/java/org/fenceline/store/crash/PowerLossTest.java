package org.fenceline.store.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails at a random moment: every promise is kept, nothing is there by half.
 *
 * <p>Recordings lie in {@code store/target/crash} until the next run; {@code
 * -Dfenceline.crash.recording=FOLDER} cuts one of them again instead of making new ones, which with
 * {@code -Dfenceline.property.seed} repeats a failure exactly.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PowerLossTest {
  /** Cuts with a disk that breaks its word. */
  private static final int CUTS_OF_A_LIAR = 40;

  /** Now and then a write fails. */
  private static final List<String> FAILING_WRITES = List.of("pwrite64:error=EIO:when=149+149");

  /** A thread's first commits succeed, then a sync fails, and the next, with which it cleans up. */
  private static final List<String> FAILING_SYNCS = List.of("fsync,fdatasync:error=EIO:when=6..7");

  /** What is recorded. The first part has one clerk, the second two, the third three. */
  private static final List<PowerCuts.Kind> KINDS =
      List.of(
          new PowerCuts.Kind(
              Clerks.class, List.of(), List.of(killed(45), ended(20), killed(15), ended(10))),
          new PowerCuts.Kind(Clerks.Importers.class, List.of(), List.of(killed(30), ended(5))),
          new PowerCuts.Kind(Signers.class, List.of(), List.of(killed(40), ended(10))),
          new PowerCuts.Kind(Clerks.Stubborn.class, FAILING_WRITES, List.of(killed(40), ended(15))),
          new PowerCuts.Kind(Clerks.Stubborn.class, FAILING_SYNCS, List.of(killed(12), ended(8))));

  private static Recording.Part killed(int rounds) {
    return new Recording.Part(rounds, true);
  }

  private static Recording.Part ended(int rounds) {
    return new Recording.Part(rounds, false);
  }

  @TempDir(factory = MemoryFolder.class)
  Path memory = Path.of("");

  private PowerCuts cuts = new PowerCuts(List.of(), Path.of(""));

  @BeforeAll
  void record() throws Exception {
    cuts = PowerCuts.of(KINDS, memory);
  }

  @Test
  void everyPromiseOutlivesAPowerCutAndNothingIsThereByHalf() {
    cuts.campaign("every promise outlives a power cut");
  }

  @Test
  void aDiskThatForgetsWhatWasSyncedIsFoundOut() {
    assertThat(foundOut(PowerCut.Disk.FORGETS_FILES)).isPositive();
  }

  @Test
  void aDiskThatForgetsSyncedNamesIsFoundOut() {
    assertThat(foundOut(PowerCut.Disk.FORGETS_NAMES)).isPositive();
  }

  private int foundOut(PowerCut.Disk disk) {
    int found = 0;
    for (int seed = 0; seed < CUTS_OF_A_LIAR; seed++) {
      try {
        cuts.cut(disk, new SplittableRandom(seed));
      } catch (AssertionError e) {
        found++;
      } catch (Exception e) {
        throw new IllegalStateException("neither kept nor broken", e);
      }
    }
    System.out.println(
        "power cuts with a disk that "
            + disk
            + ": "
            + found
            + " of "
            + CUTS_OF_A_LIAR
            + " found out");
    return found;
  }
}
