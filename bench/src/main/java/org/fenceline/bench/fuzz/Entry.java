package org.fenceline.bench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Where Jazzer comes in. What it starts once for a process is kept in fields here. */
public final class Entry {
  /** In the place of a target's name: the first byte of each input says which. */
  static final String ALL = "ALL";

  private static final Target[] TARGETS = Target.values();

  @SuppressWarnings("NonFinalStaticField") // Jazzer calls static methods, and only one thread does.
  private static String name = ALL;

  @SuppressWarnings("NonFinalStaticField")
  private static Path folder = Path.of("");

  private Entry() {}

  /** Called once, with the target's name and a folder. */
  public static void fuzzerInitialize(String[] arguments) throws IOException {
    name = arguments[0];
    folder = Files.createTempDirectory(Path.of(arguments[1]), "reads");
  }

  /** Called with whatever Jazzer thinks of. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    if (!name.equals(ALL)) {
      Target.valueOf(name).read(bytes, folder);
    } else if (bytes.length > 0) {
      TARGETS[(bytes[0] & 0xff) % TARGETS.length].read(
          Arrays.copyOfRange(bytes, 1, bytes.length), folder);
    }
  }
}
