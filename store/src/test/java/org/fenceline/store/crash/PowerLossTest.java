package org.fenceline.store.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.fenceline.testing.Property;
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
  /** One more recording is made for so many cuts. */
  private static final int CUTS_PER_RECORDING = 1_000;

  /** Cuts with a disk that breaks its word. */
  private static final int CUTS_OF_A_LIAR = 40;

  /** Now and then a write fails. */
  private static final List<String> FAILING_WRITES = List.of("pwrite64:error=EIO:when=149+149");

  /** A thread's first commits succeed, then a sync fails, and the next, with which it cleans up. */
  private static final List<String> FAILING_SYNCS = List.of("fsync,fdatasync:error=EIO:when=6..7");

  /** What is recorded. The first part has one clerk, the second two, the third three. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind(Clerks.class, List.of(), List.of(killed(45), ended(20), killed(15), ended(10))),
          new Kind(Clerks.Importers.class, List.of(), List.of(killed(30), ended(5))),
          new Kind(Signers.class, List.of(), List.of(killed(40), ended(10))),
          new Kind(Clerks.Stubborn.class, FAILING_WRITES, List.of(killed(40), ended(15))),
          new Kind(Clerks.Stubborn.class, FAILING_SYNCS, List.of(killed(12), ended(8))));

  private record Kind(
      Class<? extends Workload> workload, List<String> faults, List<Recording.Part> parts) {}

  private static Recording.Part killed(int rounds) {
    return new Recording.Part(rounds, true);
  }

  private static Recording.Part ended(int rounds) {
    return new Recording.Part(rounds, false);
  }

  @TempDir(factory = MemoryFolder.class)
  Path memory = Path.of("");

  private final List<Recording> recordings = new ArrayList<>();
  private int places;

  @BeforeAll
  void record() throws Exception {
    String recorded = System.getProperty("fenceline.crash.recording", "");
    if (!recorded.isEmpty()) {
      recordings.add(Recording.read(Path.of(recorded)));
      return;
    }
    Needs.strace();
    int wanted = KINDS.size() + Campaign.runs() / CUTS_PER_RECORDING;
    for (int number = 0; number < wanted; number++) {
      Kind kind = KINDS.get(number % KINDS.size());
      Path place = Campaign.kept("recording-" + number);
      Recording recording =
          Recording.make(place, kind.workload(), number, kind.parts(), kind.faults());
      recordings.add(recording);
      System.out.println(recording);
    }
  }

  @Test
  void everyPromiseOutlivesAPowerCutAndNothingIsThereByHalf() {
    Tally tally = new Tally();
    Property.campaign(
        "every promise outlives a power cut",
        Campaign.runs(),
        random -> tally.count(cut(PowerCut.Disk.HONEST, random)));
    System.out.println("power cuts: " + tally);
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
        cut(disk, new SplittableRandom(seed));
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

  private PowerCut cut(PowerCut.Disk disk, SplittableRandom random) throws Exception {
    Recording recording = recordings.get(random.nextInt(1 << 16) % recordings.size());
    PowerCut cut = recording.cut(disk, random);
    Path place = Files.createDirectory(memory.resolve("cut-" + places++));
    try {
      cut.leave(recording.folder(), place);
      recording.workload().getDeclaredConstructor().newInstance().examine(place, cut.promises());
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(
          "%s, with -Dfenceline.crash.recording=%s: %s"
              .formatted(cut, recording.place(), e.getMessage()),
          e);
    } finally {
      Campaign.delete(place);
    }
    return cut;
  }

  /** What a campaign met. */
  private static final class Tally {
    private int cuts;
    private int withLoss;
    private int withoutPromise;
    private long promises;

    void count(PowerCut cut) {
      cuts++;
      withLoss += cut.lost() > 0 ? 1 : 0;
      withoutPromise += cut.promises().isEmpty() ? 1 : 0;
      promises += cut.promises().size();
    }

    @Override
    public String toString() {
      return "%d, of which %d lost something unsynced and %d came before the first promise; %d promises kept"
          .formatted(cuts, withLoss, withoutPromise, promises);
    }
  }
}
