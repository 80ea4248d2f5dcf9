package org.fenceline.store.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.fenceline.testing.Property;

/** Cuts the power on recordings of work, at random moments. */
public final class PowerCuts {
  /** One more recording is made for so many cuts. */
  private static final int CUTS_PER_RECORDING = 1_000;

  private final List<Recording> recordings;
  private final Path memory;
  private int places;

  /**
   * What is recorded.
   *
   * @param workload what runs
   * @param faults which system calls fail, in strace's words
   * @param parts its processes, one after another
   */
  public record Kind(
      Class<? extends Workload> workload, List<String> faults, List<Recording.Part> parts) {}

  PowerCuts(List<Recording> recordings, Path memory) {
    this.recordings = List.copyOf(recordings);
    this.memory = memory;
  }

  /**
   * Records work, or reads the recording that {@code -Dfenceline.crash.recording} names.
   *
   * @param memory where what a cut leaves is laid out and examined
   */
  public static PowerCuts of(List<Kind> kinds, Path memory) throws Exception {
    String recorded = System.getProperty("fenceline.crash.recording", "");
    if (!recorded.isEmpty()) {
      return new PowerCuts(List.of(Recording.read(Path.of(recorded))), memory);
    }
    Needs.strace();
    List<Recording> recordings = new ArrayList<>();
    int wanted = kinds.size() + Campaign.runs() / CUTS_PER_RECORDING;
    for (int number = 0; number < wanted; number++) {
      Kind kind = kinds.get(number % kinds.size());
      Recording recording =
          Recording.make(
              Campaign.kept("recording-" + number),
              kind.workload(),
              number,
              kind.parts(),
              kind.faults());
      recordings.add(recording);
      System.out.println(recording);
    }
    return new PowerCuts(recordings, memory);
  }

  /** Cuts as often as a campaign is large, and prints what it met. */
  public void campaign(String name) {
    Tally tally = new Tally();
    Property.campaign(
        name, Campaign.runs(), random -> tally.count(cut(PowerCut.Disk.HONEST, random)));
    System.out.println("power cuts: " + tally);
  }

  PowerCut cut(PowerCut.Disk disk, SplittableRandom random) throws Exception {
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
