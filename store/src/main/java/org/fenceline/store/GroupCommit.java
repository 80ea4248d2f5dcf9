package org.fenceline.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

/**
 * One thread that writes for all: requests that wait while a transaction is being synced are
 * written together in the next.
 */
final class GroupCommit implements AutoCloseable {
  /** Most requests of one transaction, and most that wait. */
  static final int MOST_REQUESTS = 1_024;

  private final BlockingQueue<Request> waiting = new ArrayBlockingQueue<>(MOST_REQUESTS);
  private final Supplier<Writer> writers;
  private final Thread thread;
  private Writer writer;
  private volatile boolean closing;

  /** Takes writers to one register; the next is asked for when one has met a failure. */
  GroupCommit(Supplier<Writer> writers) {
    this.writers = writers;
    this.writer = writers.get();
    this.thread = Thread.ofPlatform().daemon().name("fenceline-writer").start(this::run);
  }

  /** Hands a request to the writer; waits while the queue is full. */
  void submit(Request request) {
    if (closing) {
      throw new IllegalStateException("the register is closed");
    }
    try {
      waiting.put(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to write", e);
    }
  }

  private void run() {
    List<Request> group = new ArrayList<>();
    try {
      while (!closing || !waiting.isEmpty()) {
        group.add(waiting.take());
        waiting.drainTo(group, MOST_REQUESTS - 1);
        write(group);
        group.clear();
      }
    } catch (InterruptedException e) {
      List<Request> rest = new ArrayList<>();
      waiting.drainTo(rest);
      if (!rest.isEmpty()) {
        write(rest);
      }
    }
  }

  private void write(List<Request> group) {
    try {
      if (writer.isBroken()) {
        Writer broken = writer;
        writer = writers.get();
        broken.close();
      }
    } catch (RuntimeException e) {
      group.forEach(request -> request.answer().completeExceptionally(e));
      return;
    }
    writer.write(group);
  }

  /** Writes what waits, then ends. */
  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    writer.close();
  }
}
