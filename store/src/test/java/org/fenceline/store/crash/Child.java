package org.fenceline.store.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.sqlite.util.OSInfo;

/** A process that does a {@link Workload}'s session and tells its promises on standard output. */
final class Child {
  private static final int WARMING_ROUNDS = 4;

  private Child() {}

  /** Whether a child begins at once, or warms up elsewhere and waits for a line of input. */
  enum Start {
    AT_ONCE,
    WHEN_TOLD
  }

  /**
   * The command that starts a session.
   *
   * @param place where SQLite's native library is kept, so that killed processes leave no copies
   */
  static List<String> command(
      Path place,
      Class<? extends Workload> workload,
      Path folder,
      long seed,
      int number,
      int rounds,
      boolean abrupt,
      Start start) {
    List<String> command = new ArrayList<>(java(place));
    command.add(Child.class.getName());
    command.addAll(
        List.of(
            workload.getName(),
            folder.toAbsolutePath().toString(),
            Long.toString(seed),
            Integer.toString(number),
            Integer.toString(rounds),
            Boolean.toString(abrupt),
            start.name()));
    return command;
  }

  /** A Java that starts quickly, with the tests' class path; its main class comes next. */
  static List<String> java(Path place) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Dorg.sqlite.lib.path=" + library(place).getParent(),
        "-Dorg.sqlite.lib.name=" + library(place).getFileName(),
        "-cp",
        System.getProperty("java.class.path"));
  }

  private static Path library(Path place) {
    String name = System.mapLibraryName("sqlitejdbc");
    Path library = place.toAbsolutePath().resolve(name);
    if (!Files.exists(library)) {
      String packed =
          "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name;
      try (InputStream in = OSInfo.class.getResourceAsStream(packed)) {
        if (in == null) {
          throw new IllegalStateException(packed + " is missing from the database driver");
        }
        Files.copy(in, library, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return library;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[2]));
    int number = Integer.parseInt(arguments[3]);
    int rounds = Integer.parseInt(arguments[4]);
    boolean abrupt = Boolean.parseBoolean(arguments[5]);
    if (Start.valueOf(arguments[6]) == Start.WHEN_TOLD) {
      Path warm = Files.createTempDirectory(folder.getParent(), "warm");
      // A workload of its own: what it remembers of the warm folder is not true of the other.
      workload(arguments[0])
          .work(new Workload.Session(warm, 0, WARMING_ROUNDS, false, random.split(), _ -> {}));
      if (System.in.read() < 0) {
        return;
      }
    }
    workload(arguments[0])
        .work(new Workload.Session(folder, number, rounds, abrupt, random, standardOutput()));
  }

  private static Workload workload(String name) throws ReflectiveOperationException {
    return Class.forName(name).asSubclass(Workload.class).getDeclaredConstructor().newInstance();
  }

  /** Straight to the descriptor: what was told has left the process. */
  private static Consumer<List<String>> standardOutput() {
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    return promises -> {
      try {
        out.write((String.join("\n", promises) + "\n").getBytes(UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
