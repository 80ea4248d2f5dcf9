package org.fenceline.store.crash;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Something that a process asked of the file system, or told the world.
 *
 * @param begun when it was asked, counted in lines of the recording
 * @param done when it was answered, counted alike
 */
record Step(int begun, int done, Event event) {

  /** What was asked. Files are numbered as they are made, because names change. */
  sealed interface Event {

    /** Bytes go to a file's cache. */
    record Write(int file, long offset, ByteBuffer bytes) implements Event {
      @Override
      public ByteBuffer bytes() {
        return bytes.asReadOnlyBuffer();
      }
    }

    /** A file is cut or grown. */
    record Resize(int file, long size) implements Event {}

    /** All of a file's cache goes to the disk. */
    record Sync(int file) implements Event {}

    /** A name is given to a file, taking it from the file that had it. */
    record Name(Path name, int file) implements Event {}

    /** A folder is made. */
    record Folder(Path name) implements Event {}

    /** A name is taken away. */
    record Remove(Path name) implements Event {}

    /** A file gets another name. */
    record Rename(Path from, Path to, int file) implements Event {}

    /** All names of a folder go to the disk. */
    record SyncFolder(Path folder) implements Event {}

    /** A promise to the world. */
    record Promise(String text) implements Event {}
  }
}
