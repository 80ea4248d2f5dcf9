package org.fenceline.store.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Keeps processes and threads that sign from one folder out of each other's way. */
public final class FolderLock {
  /** A file's lock is held by the whole process: its threads take turns by this one. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private FolderLock() {}

  /**
   * Waits until nobody else is at work in a folder, and does something there.
   *
   * @throws IOException when the folder is not there, or no lock can be taken in it
   */
  public static <T> T alone(Path folder, Supplier<T> task) throws IOException {
    THREADS.lock();
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (!lock.isValid()) {
        throw new IllegalStateException("a lock that was just taken holds");
      }
      return task.get();
    } finally {
      THREADS.unlock();
    }
  }
}
