package org.fenceline.store.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** A child that works until it is killed (SIGKILL) at a random moment. */
final class Victim {
  /** Longest wait for a promise, after which something is wrong. */
  private static final long PATIENCE_SECONDS = 60;

  private static final int KILLED = 128 + 9;

  private final Process process;
  private final Path errors;
  private final Thread reader;
  private final List<String> promises = new ArrayList<>();
  private final long afterPromises;
  private final long afterMicros;

  private Victim(Process process, Path errors, SplittableRandom random) {
    this.process = process;
    this.errors = errors;
    // One in four dies while it opens or makes the register.
    this.afterPromises = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(60);
    this.afterMicros = random.nextInt(afterPromises == 0 ? 40_000 : 8_000);
    this.reader = Thread.ofPlatform().daemon().unstarted(this::listen);
  }

  /** Starts a process that warms up and waits. */
  static Victim start(
      Path place,
      Class<? extends Workload> workload,
      Path folder,
      int session,
      SplittableRandom random)
      throws IOException {
    Path errors = place.resolve("errors-" + session);
    Process process =
        new ProcessBuilder(
                Child.command(
                    place,
                    workload,
                    folder,
                    random.nextLong(),
                    session,
                    Integer.MAX_VALUE,
                    false,
                    Child.Start.WHEN_TOLD))
            .redirectError(errors.toFile())
            .start();
    return new Victim(process, errors, random);
  }

  /** Lets it work, until it dies. */
  void release() throws IOException {
    OutputStream in = process.getOutputStream();
    in.write('\n');
    in.flush();
    reader.start();
  }

  private void listen() {
    try (BufferedReader told = process.inputReader()) {
      if (afterPromises == 0) {
        kill();
      }
      StringBuilder line = new StringBuilder();
      for (int next = told.read(); next >= 0; next = told.read()) {
        if (next != '\n') {
          line.append((char) next);
          continue;
        }
        promises.add(line.toString());
        line.setLength(0);
        if (promises.size() == afterPromises) {
          kill();
        }
      }
    } catch (IOException e) {
      // The pipe of a dead process: what was read before has been told.
      process.destroyForcibly();
    }
  }

  private void kill() {
    try {
      TimeUnit.MICROSECONDS.sleep(afterMicros);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  /** What it told before it died. A line that was cut short was not told. */
  List<String> promises() throws IOException, InterruptedException {
    boolean died = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly().waitFor();
    reader.join();
    if (!died || process.exitValue() != KILLED) {
      throw new AssertionError(
          "the child was not killed but %s after %d promises: %s"
              .formatted(
                  died ? "ended with " + process.exitValue() : "stood still",
                  promises.size(),
                  Files.readString(errors)));
    }
    return promises;
  }

  /** Ends a child that was never released. */
  void dismiss() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
