package org.fenceline.bench.job;

import java.nio.file.Path;

/** Something measured beside a peer. */
public interface Job {

  /** What is measured, and what is to come of it. */
  Aim aim();

  /**
   * Makes the data, the same for both.
   *
   * @param size how much of it, in the aim's unit
   * @param scratch an empty folder for what it needs, taken away afterwards
   * @throws PeerMissing when the peer is not on this machine
   * @throws Exception when something else fails; the job is given up then
   */
  Contest<?> prepare(long size, Path scratch) throws Exception;
}
