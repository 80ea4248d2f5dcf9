package org.fenceline.store.key;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that are whole or not there: written beside, synced, renamed, the folder synced. What can
 * still go wrong: a disk that lies about having synced.
 */
public final class DurableFile {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private DurableFile() {}

  /** Replaces a file that its owner alone may read. */
  public static void writePrivate(Path file, byte[] bytes) throws IOException {
    write(file, bytes, permissions("rw-------"));
  }

  /** Replaces a file that everybody may read. */
  public static void write(Path file, byte[] bytes) throws IOException {
    write(file, bytes, permissions("rw-r--r--"));
  }

  private static void write(Path file, byte[] bytes, FileAttribute<?>[] attributes)
      throws IOException {
    Path folder = folderOf(file);
    Path beside = beside(file);
    Files.deleteIfExists(beside);
    try (FileChannel channel =
        FileChannel.open(
            beside, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), attributes)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    } catch (IOException e) {
      // What was half written may be a secret: it does not stay.
      Files.deleteIfExists(beside);
      throw e;
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(folder);
  }

  /** Writes the content of a file into a stream. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /**
   * Replaces a file by what is written into a stream; its owner alone may read it, or everybody.
   */
  public static void stream(Path file, boolean isPrivate, Content content) throws IOException {
    Path folder = folderOf(file);
    Path beside = beside(file);
    Files.deleteIfExists(beside);
    try (FileChannel channel =
            FileChannel.open(
                beside,
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW),
                permissions(isPrivate ? "rw-------" : "rw-r--r--"));
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
      content.write(out);
      out.flush();
      channel.force(true);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(folder);
  }

  /** Makes a file at a path that is not yet its own. */
  @FunctionalInterface
  public interface Maker {
    /** Makes the whole file, and syncs it. */
    void make(Path beside) throws IOException;
  }

  /**
   * Replaces a file by one that somebody makes beside it. A crash before the end leaves what was
   * made under another name, which ends in {@code .part}.
   */
  public static void made(Path file, boolean isPrivate, Maker maker) throws IOException {
    Path folder = folderOf(file);
    Path beside = beside(file);
    Files.deleteIfExists(beside);
    Files.createFile(beside, permissions(isPrivate ? "rw-------" : "rw-r--r--"));
    try {
      maker.make(beside);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(beside);
      throw e;
    }
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncFolder(folder);
  }

  private static Path folderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " has no folder");
    }
    return folder;
  }

  private static Path beside(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }

  /** Makes a folder that its owner alone may enter, and those above it, durably. */
  public static void makePrivateFolder(Path folder) throws IOException {
    makeFolder(folder, permissions("rwx------"));
  }

  /** Makes the folder of a file that everybody may read, where it is not there yet, durably. */
  public static void makeFolderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      makeFolder(folder, new FileAttribute<?>[0]);
    }
  }

  private static void makeFolder(Path folder, FileAttribute<?>[] attributes) throws IOException {
    Path above = folder.toAbsolutePath().getParent();
    if (above == null) {
      return;
    }
    if (!Files.isDirectory(above)) {
      makeFolder(above, attributes);
    }
    Files.createDirectories(folder, attributes);
    syncFolder(above);
  }

  /** Makes the names in a folder durable. */
  public static void syncFolder(Path folder) throws IOException {
    if (POSIX) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static FileAttribute<?>[] permissions(String mode) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
