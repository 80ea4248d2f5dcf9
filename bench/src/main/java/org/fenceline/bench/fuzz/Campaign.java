package org.fenceline.bench.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fuzzes readers in a process of its own, for they may run out of memory, stand still or crash.
 *
 * @param folder where inputs that found something are kept
 */
record Campaign(Path folder) {
  private static final int LONGEST_INPUT_BYTES = 65_536;
  private static final int LONGEST_SECONDS_AN_INPUT = 10;
  private static final int MOST_MEGABYTES = 2_048;
  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in");
  private static final Pattern COVERED = Pattern.compile("cov: (\\d+)");

  /**
   * What came of it.
   *
   * @param runs inputs that were read
   * @param covered edges of our code that were reached
   * @param fault what was found; empty when nothing was
   */
  record Result(long runs, long covered, Optional<String> fault) {}

  /** Fuzzes a reader for so many seconds, or until it finds a fault. */
  Result run(Target target, int seconds) throws IOException, InterruptedException {
    return run(target.name(), target.label(), target.seeds(), seconds);
  }

  /** Fuzzes all readers in turns, which takes as long to start as one. */
  Result runAll(int seconds) throws IOException, InterruptedException {
    List<byte[]> seeds = new ArrayList<>();
    int number = 0;
    for (Target target : Target.values()) {
      for (byte[] seed : target.seeds()) {
        byte[] marked = new byte[seed.length + 1];
        marked[0] = (byte) number;
        System.arraycopy(seed, 0, marked, 1, seed.length);
        seeds.add(marked);
      }
      number++;
    }
    return run(Entry.ALL, "all", seeds, seconds);
  }

  private Result run(String name, String label, List<byte[]> seeds, int seconds)
      throws IOException, InterruptedException {
    Path place = Files.createDirectories(folder.resolve(label));
    Path corpus = Files.createDirectories(place.resolve("corpus"));
    int number = 0;
    for (byte[] seed : seeds) {
      Files.write(corpus.resolve("seed-" + number++), seed);
    }
    Path reads = Files.createTempDirectory("fuzz");
    Path told = place.resolve("told");
    Process process =
        new ProcessBuilder(command(name, seconds, place, corpus, reads))
            .redirectErrorStream(true)
            .redirectOutput(told.toFile())
            .start();
    int exit = process.waitFor();
    delete(reads);
    String text = Files.readString(told);
    return new Result(
        last(DONE, text),
        last(COVERED, text),
        exit == 0 ? Optional.empty() : Optional.of(fault(text, told)));
  }

  private static List<String> command(
      String name, int seconds, Path place, Path corpus, Path reads) {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-Djava.io.tmpdir=" + reads,
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + Entry.class.getName(),
            "--target_args=" + name + " " + reads,
            "--instrumentation_includes=org.fenceline.**",
            "--custom_hook_includes=org.fenceline.**",
            "--reproducer_path=" + place,
            "-artifact_prefix=" + place + "/",
            "-max_total_time=" + seconds,
            "-timeout=" + LONGEST_SECONDS_AN_INPUT,
            "-rss_limit_mb=" + MOST_MEGABYTES,
            "-max_len=" + LONGEST_INPUT_BYTES,
            "-print_final_stats=1",
            corpus.toString()));
    return command;
  }

  private static long last(Pattern pattern, String text) {
    long number = 0;
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      number = Long.parseLong(matcher.group(1));
    }
    return number;
  }

  private static String fault(String text, Path told) {
    return text.lines()
            .filter(
                line -> line.startsWith("== Java Exception") || line.contains("ERROR: libFuzzer"))
            .findFirst()
            .orElse("the process ended by itself")
        + "; see "
        + told;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
