package org.fenceline.bench.job;

import java.io.IOException;
import java.util.Optional;

/**
 * A job with its data made, ready to be run in turns.
 *
 * @param <A> what both answer
 */
public interface Contest<A> extends AutoCloseable {

  /** The peer by name and version. */
  String peer();

  /** Runs ours once. */
  Turn<A> ours() throws Exception;

  /** Runs the peer once. */
  Turn<A> peers() throws Exception;

  /** In what the two answers differ; empty where they are the same. */
  Optional<String> difference(A ours, A peers);

  /** Whether the peer may go first; not where it answers about what ours has just done. */
  default boolean mayPeerBegin() {
    return true;
  }

  /** What else is worth telling, when all is run. */
  default String note() {
    return "";
  }

  @Override
  default void close() throws IOException {}
}
