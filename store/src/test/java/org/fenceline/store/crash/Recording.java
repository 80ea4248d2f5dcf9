package org.fenceline.store.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A workload's steps, written down by strace while it ran on an empty folder.
 *
 * @param place what is kept of it: strace's lines, from which the same cuts can be made again
 * @param workload what ran
 * @param folder where it ran
 * @param steps what it asked of the file system and promised, in order
 */
public record Recording(
    Path place, Class<? extends Workload> workload, Path folder, List<Step> steps) {

  /** Longest write that is recorded whole; a longer one is refused when it is read. */
  private static final int LONGEST_WRITE = 1 << 20;

  /**
   * A process's part.
   *
   * @param rounds how much it does
   * @param abrupt whether it ends as if killed, so that the next has to recover
   */
  public record Part(int rounds, boolean abrupt) {}

  public Recording {
    steps = List.copyOf(steps);
  }

  /**
   * Runs a workload and writes down what it does.
   *
   * @param place where the recording is kept; a new folder
   * @param faults which system calls fail and are not done, in strace's words
   */
  static Recording make(
      Path place,
      Class<? extends Workload> workload,
      long seed,
      List<Part> parts,
      List<String> faults)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(place.resolve("recorded")).toRealPath();
    Path told = Files.createFile(place.resolve("told")).toRealPath();
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder script = new StringBuilder("set -eu\n");
    for (int number = 0; number < parts.size(); number++) {
      Part part = parts.get(number);
      for (String word :
          Child.command(
              place,
              workload,
              folder,
              random.nextLong(),
              number,
              part.rounds(),
              part.abrupt(),
              Child.Start.AT_ONCE)) {
        script.append('\'').append(word.replace("'", "'\\''")).append("' ");
      }
      script.append('\n');
    }
    Path errors = place.resolve("errors");
    List<String> command =
        new ArrayList<>(
            List.of(
                "strace",
                "--follow-forks",
                "--seccomp-bpf",
                "--decode-fds=path",
                "--strings-in-hex=all",
                "--string-limit=" + LONGEST_WRITE,
                "--trace=" + Strace.CALLS,
                "--output=" + place.resolve("lines")));
    faults.forEach(fault -> command.add("--inject=" + fault));
    command.addAll(List.of("sh", "-c", script.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(told.toFile())
            .redirectError(errors.toFile())
            .start();
    assertThat(process.waitFor()).as("%s", Files.readString(errors)).isZero();
    Files.writeString(
        place.resolve("about"), workload.getName() + "\n" + folder + "\n" + told + "\n");
    return read(place);
  }

  /** Reads what was recorded before, perhaps elsewhere. */
  static Recording read(Path place) throws IOException {
    List<String> about = Files.readAllLines(place.resolve("about"));
    Path folder = Path.of(about.get(1));
    return new Recording(
        place,
        workload(about.getFirst()),
        folder,
        Strace.read(place.resolve("lines"), folder, Path.of(about.get(2))));
  }

  private static Class<? extends Workload> workload(String name) {
    try {
      return Class.forName(name).asSubclass(Workload.class);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the recorded workload is no more", e);
    }
  }

  /**
   * A cut of the power at a random moment, and what a disk makes of it. Moments just after a
   * promise and before the first one are favoured.
   */
  PowerCut cut(PowerCut.Disk disk, SplittableRandom random) {
    List<Step> promises = steps.stream().filter(Recording::isPromise).toList();
    Step step =
        switch (random.nextInt(4)) {
          case 0 -> steps.get(random.nextInt(1 + steps.indexOf(promises.getFirst())));
          case 1 -> promises.get(random.nextInt(promises.size()));
          default -> steps.get(random.nextInt(steps.size()));
        };
    int moment = List.of(step.begun(), step.begun() + 1, step.done() + 1).get(random.nextInt(3));
    return new PowerCut(steps, moment, disk, random);
  }

  private static boolean isPromise(Step step) {
    return step.event() instanceof Step.Event.Promise;
  }

  @Override
  public String toString() {
    return "recording of %s: %d writes, %d syncs of files and %d of folders, %d promises"
        .formatted(
            workload.getSimpleName(),
            count(Step.Event.Write.class),
            count(Step.Event.Sync.class),
            count(Step.Event.SyncFolder.class),
            count(Step.Event.Promise.class));
  }

  private long count(Class<? extends Step.Event> kind) {
    return steps.stream().filter(step -> kind.isInstance(step.event())).count();
  }
}
