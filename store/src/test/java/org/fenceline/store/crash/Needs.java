package org.fenceline.store.crash;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;

/** What a machine has to offer; a test that lacks it is skipped and says why. */
public final class Needs {
  private Needs() {}

  /** strace, and the right to look at a process of one's own. */
  public static void strace() {
    works(
        "strace is needed to record system calls; install it (apt-get install strace), and allow it",
        "strace",
        "--seccomp-bpf",
        "--follow-forks",
        "--output=/dev/null",
        "true");
  }

  /** File systems of a process's own. */
  static void mounts() {
    works(
        "a mount name space with a small tmpfs is needed (unshare, mount), and is not allowed here",
        "unshare",
        "--mount",
        "--map-root-user",
        "sh",
        "-c",
        "mount -t tmpfs -o size=1m tmpfs /mnt");
  }

  private static void works(String need, String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        abort(need);
      }
    } catch (IOException e) {
      abort(need + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      abort("interrupted");
    }
  }
}
