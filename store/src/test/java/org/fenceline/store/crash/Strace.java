package org.fenceline.store.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what strace writes with {@code -f -y -xx}: one line a system call, or two where another
 * thread's came between, all strings in hexadecimal. A call that changes files and is not
 * understood here is an error, never passed over.
 */
final class Strace {
  /** Calls to be recorded; a question mark where not every machine has them. */
  static final String CALLS =
      "?open,?creat,openat,pwrite64,write,pwritev,?pwritev2,writev,fsync,fdatasync,ftruncate,"
          + "?unlink,unlinkat,?rename,renameat,?renameat2,lseek,mmap,truncate,fallocate,?link,linkat,"
          + "?symlink,symlinkat,?mkdir,mkdirat,?rmdir,sendfile,?copy_file_range,?sync_file_range";

  private static final Set<String> WITHOUT_EFFECT = Set.of("sync_file_range");
  private static final String SHARED_MEMORY = "-shm";

  private final Path folder;
  private final String folderInHex;
  private final Path told;
  private final String toldInHex;
  private final Map<String, Call> unfinished = new HashMap<>();
  private final Map<Path, Integer> names = new HashMap<>();
  private final Map<String, Long> positions = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private int files;

  private record Call(int begun, String text) {}

  private Strace(Path folder, Path told) {
    this.folder = folder;
    this.folderInHex = inHex(folder.toString());
    this.told = told;
    this.toldInHex = inHex(told.toString());
  }

  /**
   * The steps of a recording.
   *
   * @param folder where the recorded files are; it was empty at first
   * @param told the file that standard output went to
   */
  static List<Step> read(Path recording, Path folder, Path told) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(recording)) {
      return read(lines, folder, told);
    }
  }

  static List<Step> read(BufferedReader lines, Path folder, Path told) throws IOException {
    Strace strace = new Strace(folder, told);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      strace.take(number, line);
      number++;
    }
    return strace.steps;
  }

  private static String inHex(String text) {
    return HexFormat.of().withPrefix("\\x").formatHex(text.getBytes(UTF_8));
  }

  private void take(int number, String line) {
    int space = line.indexOf(' ');
    String thread = line.substring(0, Math.max(space, 0));
    String text = line.substring(space + 1).strip();
    if (text.endsWith("<unfinished ...>")) {
      unfinished.put(
          thread,
          new Call(number, text.substring(0, text.length() - "<unfinished ...>".length()).strip()));
    } else if (text.startsWith("<... ")) {
      Call begun = unfinished.remove(thread);
      if (begun != null) {
        String rest = text.substring(text.indexOf(" resumed>") + " resumed>".length()).strip();
        call(begun.begun(), number, begun.text() + rest);
      }
    } else {
      call(number, number, text);
    }
  }

  private void call(int begun, int done, String text) {
    if (!text.contains(folderInHex) && !text.contains(toldInHex)) {
      return;
    }
    int open = text.indexOf('(');
    int equals = text.lastIndexOf(" = ");
    if (open < 0 || equals < 0) {
      // A process that was killed has not finished its last call.
      return;
    }
    String name = text.substring(0, open);
    String[] arguments = text.substring(open + 1, text.lastIndexOf(')', equals)).split(", ?");
    String result = text.substring(equals + 3);
    if (!result.startsWith("-") && !result.startsWith("?")) {
      if (text.contains("\"...")) {
        throw new IllegalStateException("a recorded string is cut short: " + name);
      }
      succeeded(begun, done, name, arguments, result);
    }
  }

  private void succeeded(int begun, int done, String name, String[] arguments, String result) {
    switch (name) {
      case "openat" -> opened(begun, done, arguments[2], result);
      case "open", "creat" -> opened(begun, done, arguments.length > 1 ? arguments[1] : "", result);
      case "pwrite64" -> {
        byte[] bytes = string(arguments[1]);
        wrote(begun, done, arguments[0], Long.parseLong(arguments[3]), bytes, number(result));
      }
      case "write" -> wroteOn(begun, done, arguments[0], string(arguments[1]), number(result));
      case "lseek" -> positions.put(arguments[0], number(result));
      case "fsync", "fdatasync" -> synced(begun, done, path(arguments[0]));
      case "ftruncate" -> resized(begun, done, arguments[0], Long.parseLong(arguments[1]));
      case "mkdir" -> madeFolder(begun, done, path(arguments[0]));
      case "mkdirat" -> madeFolder(begun, done, path(arguments[1]));
      case "unlink" -> removed(begun, done, path(arguments[0]));
      case "unlinkat" -> {
        refuse(arguments[2].contains("AT_REMOVEDIR"), "removing the folder " + arguments[1]);
        removed(begun, done, path(arguments[1]));
      }
      case "rename" -> renamed(begun, done, path(arguments[0]), path(arguments[1]));
      case "renameat", "renameat2" -> renamed(begun, done, path(arguments[1]), path(arguments[3]));
      case "mmap" -> refuseSharedMapping(arguments);
      default -> {
        refuse(!WITHOUT_EFFECT.contains(name), name + " of " + arguments[0]);
      }
    }
  }

  private static void refuse(boolean isUnknown, String what) {
    if (isUnknown) {
      throw new IllegalStateException("not modelled: " + what);
    }
  }

  private static long number(String result) {
    return Long.decode(result.split("[ <(]")[0]);
  }

  /** The bytes of a string, or of the path that a descriptor is annotated with. */
  private static byte[] string(String argument) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(argument.length() / 4);
    for (int at = argument.indexOf("\\x"); at >= 0 && at + 4 <= argument.length(); at += 4) {
      if (argument.charAt(at) != '\\') {
        break;
      }
      bytes.write(HexFormat.fromHexDigits(argument, at + 2, at + 4));
    }
    return bytes.toByteArray();
  }

  private static Path path(String argument) {
    return Path.of(new String(string(argument), UTF_8));
  }

  /** Whether a path is in the folder, and not SQLite's shared memory, which nobody syncs. */
  private boolean lasts(Path path) {
    return path.startsWith(folder) && !path.toString().endsWith(SHARED_MEMORY);
  }

  private int file(Path path) {
    Integer file = names.get(path);
    if (file == null) {
      throw new IllegalStateException(path + " was never made");
    }
    return file;
  }

  private void add(int begun, int done, Step.Event event) {
    steps.add(new Step(begun, done, event));
  }

  private void opened(int begun, int done, String flags, String result) {
    Path path = path(result);
    if (!lasts(path)) {
      return;
    }
    positions.put(result.strip(), 0L);
    refuse(flags.contains("O_APPEND") || flags.contains("O_TMPFILE"), flags + " of " + path);
    if (flags.contains("O_CREAT") && !names.containsKey(path)) {
      names.put(path, files);
      add(begun, done, new Step.Event.Name(path, files));
      files++;
    } else if (flags.contains("O_TRUNC")) {
      add(begun, done, new Step.Event.Resize(file(path), 0));
    }
  }

  private void wroteOn(int begun, int done, String descriptor, byte[] bytes, long length) {
    if (path(descriptor).equals(told)) {
      for (String promise : new String(bytes, 0, (int) length, UTF_8).lines().toList()) {
        add(begun, done, new Step.Event.Promise(promise));
      }
      return;
    }
    long position = positions.getOrDefault(descriptor, 0L);
    wrote(begun, done, descriptor, position, bytes, length);
    positions.put(descriptor, position + length);
  }

  private void wrote(
      int begun, int done, String descriptor, long offset, byte[] bytes, long length) {
    Path path = path(descriptor);
    if (lasts(path)) {
      refuse(descriptor.endsWith("(deleted)"), "writing to the removed file " + path);
      add(
          begun,
          done,
          new Step.Event.Write(
              file(path), offset, ByteBuffer.wrap(bytes, 0, (int) length).slice()));
    }
  }

  private void resized(int begun, int done, String descriptor, long size) {
    Path path = path(descriptor);
    if (lasts(path)) {
      add(begun, done, new Step.Event.Resize(file(path), size));
    }
  }

  private void synced(int begun, int done, Path path) {
    if (names.containsKey(path)) {
      add(begun, done, new Step.Event.Sync(file(path)));
    } else if (lasts(path)) {
      add(begun, done, new Step.Event.SyncFolder(path));
    }
  }

  private void madeFolder(int begun, int done, Path path) {
    if (lasts(path)) {
      add(begun, done, new Step.Event.Folder(path));
    }
  }

  private void removed(int begun, int done, Path path) {
    if (lasts(path)) {
      names.remove(path);
      add(begun, done, new Step.Event.Remove(path));
    }
  }

  private void renamed(int begun, int done, Path from, Path to) {
    if (lasts(from) || lasts(to)) {
      int file = file(from);
      names.remove(from);
      names.put(to, file);
      add(begun, done, new Step.Event.Rename(from, to, file));
    }
  }

  private void refuseSharedMapping(String[] arguments) {
    boolean writes = arguments[2].contains("PROT_WRITE") && arguments[3].contains("MAP_SHARED");
    refuse(writes && lasts(path(arguments[4])), "mapping " + path(arguments[4]));
  }
}
