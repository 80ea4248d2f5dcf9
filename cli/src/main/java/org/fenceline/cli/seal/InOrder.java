package org.fenceline.cli.seal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Works with all processors, and hands results on in the order in which the work came, in the
 * thread that hands it in.
 */
public final class InOrder<T> implements AutoCloseable {
  private static final int MOST_WAITING_A_PROCESSOR = 64;

  private final int processors = Runtime.getRuntime().availableProcessors();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          processors, Thread.ofPlatform().daemon().name("fenceline-sealing-", 0).factory());
  private final Deque<Future<T>> waiting = new ArrayDeque<>();
  private final Consumer<T> taker;

  /** Hands results to a taker. */
  public InOrder(Consumer<T> taker) {
    this.taker = taker;
  }

  /** Hands in a piece of work; hands on the oldest result first when many wait. */
  public void submit(Callable<T> work) {
    if (waiting.size() >= processors * MOST_WAITING_A_PROCESSOR) {
      handOn();
    }
    waiting.add(workers.submit(work));
  }

  /** Hands on all that waits. */
  public void finish() {
    while (!waiting.isEmpty()) {
      handOn();
    }
  }

  private void handOn() {
    try {
      taker.accept(waiting.removeFirst().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sealing", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("sealing failed", e.getCause());
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
