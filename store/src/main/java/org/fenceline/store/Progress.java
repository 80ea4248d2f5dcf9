package org.fenceline.store;

/** Is told how far a long piece of work has come. */
@FunctionalInterface
public interface Progress {
  /** Tells nobody. */
  Progress SILENT = (_, _) -> {};

  /** So many of so many are done. */
  void at(long done, long total);
}
