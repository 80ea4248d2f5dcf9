package org.fenceline.store.crash;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Work on files in a folder that makes promises as it goes. Runs in a process of its own, so a
 * class of this kind needs a constructor without parameters.
 */
public interface Workload {

  /** Works. What a session tells is promised to be there after any crash from then on. */
  void work(Session session) throws Exception;

  /**
   * Examines what a crash left in a folder, which may be changed by that; throws an {@link
   * AssertionError} when a promise is broken or something is there by half.
   *
   * @param promises what all sessions on these files told before the crash
   */
  void examine(Path folder, List<String> promises) throws Exception;

  /**
   * One process's share of the work; several may follow or accompany one another.
   *
   * @param folder where the files are; an absolute path
   * @param number which session this is; no two on the same files have the same
   * @param rounds how much to do
   * @param abrupt whether to end without closing anything, as a killed process does
   * @param random whence the choices come
   * @param told takes promises, one line each
   */
  record Session(
      Path folder,
      int number,
      int rounds,
      boolean abrupt,
      SplittableRandom random,
      Consumer<List<String>> told) {

    public void tell(String... promises) {
      told.accept(List.of(promises));
    }
  }
}
