package org.fenceline.bench.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;
import org.fenceline.bench.job.Aim;
import org.fenceline.bench.job.Contest;
import org.fenceline.bench.job.Goal;
import org.fenceline.bench.job.Job;
import org.fenceline.bench.job.PeerMissing;
import org.fenceline.bench.job.Turn;

/** A command on the demo register, by the launcher as a person starts it. */
public final class StartJob implements Job {
  private final Path root;
  private final String name;
  private final List<String> command;
  private final double times;

  /**
   * A command.
   *
   * @param root the project's folder
   * @param name the job's name
   * @param times how often Java's own start it may take
   * @param command what follows {@code fenceline}
   */
  public StartJob(Path root, String name, double times, String... command) {
    this.root = root;
    this.name = name;
    this.times = times;
    this.command = List.of(command);
  }

  @Override
  public Aim aim() {
    return new Aim(
        name,
        "`fenceline "
            + String.join(" ", command)
            + "` on the demo register, from the shell to the end of the process; the peer is `java`"
            + " printing one line with the JDK's defaults",
        "starts",
        Goal.atMost(times),
        new Aim.Sizes(5, 20, 20),
        "picocli is too old a class file for the AOT cache and is loaded and verified anew at "
            + "each start");
  }

  @Override
  public Contest<Boolean> prepare(long size, Path scratch)
      throws IOException, InterruptedException {
    Path launcher = root.resolve("fenceline");
    if (!Files.isExecutable(launcher)) {
      throw new PeerMissing("the launcher ./fenceline is not beside the bench");
    }
    // Builds where something has changed, and makes the demo register.
    run(scratch, List.of(launcher.toString(), "demo", "--no-serve"));
    Path source = scratch.resolve("Line.java");
    Files.writeString(
        source,
        """
        class Line {
          public static void main(String[] arguments) {
            System.out.println("one line");
          }
        }
        """);
    int compiled =
        ToolProvider.findFirst("javac")
            .orElseThrow(() -> new PeerMissing("this Java has no javac; use a JDK"))
            .run(System.out, System.err, "-d", scratch.toString(), source.toString());
    if (compiled != 0) {
      throw new IllegalStateException("the one line compiles");
    }
    List<String> ours = new ArrayList<>(List.of(launcher.toString()));
    ours.addAll(command);
    return new Starts(size, scratch, ours);
  }

  private static String run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(folder.resolve("errors.log").toFile())
            .start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || text.isBlank()) {
      throw new IOException(
          String.join(" ", command) + " failed: " + Files.readString(folder.resolve("errors.log")));
    }
    return text;
  }

  /** Both must end well and say something; that is all that the two have in common. */
  private record Starts(long starts, Path folder, List<String> command)
      implements Contest<Boolean> {

    @Override
    public String peer() {
      return "java " + Runtime.version();
    }

    @Override
    public Turn<Boolean> ours() throws Exception {
      return times(command);
    }

    @Override
    public Turn<Boolean> peers() throws Exception {
      Path java = Path.of(System.getProperty("java.home", ""), "bin", "java");
      return times(List.of(java.toString(), "-cp", folder.toString(), "Line"));
    }

    private Turn<Boolean> times(List<String> started) throws Exception {
      return Turn.of(() -> {
        for (int i = 0; i < starts; i++) {
          run(folder, started);
        }
        return true;
      });
    }

    @Override
    public Optional<String> difference(Boolean ours, Boolean peers) {
      return Optional.empty();
    }
  }
}
