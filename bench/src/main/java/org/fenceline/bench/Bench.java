package org.fenceline.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fenceline.bench.fuzz.FuzzCommand;
import org.fenceline.bench.job.Aim;
import org.fenceline.bench.job.Contest;
import org.fenceline.bench.job.Job;
import org.fenceline.bench.job.Machine;
import org.fenceline.bench.job.Page;
import org.fenceline.bench.job.PeerMissing;
import org.fenceline.bench.job.Result;
import org.fenceline.bench.job.Results;
import org.fenceline.bench.job.Rounds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./fenceline bench}. */
@Command(
    name = "bench",
    description = {
      "Measures Fenceline beside its peers, on the same data in the same run, and writes",
      "docs/benchmarks.md. Exit code 1 when a job could not be run; a missed goal is an answer."
    },
    footer = {
      "",
      "Examples:",
      "  fenceline bench --quick",
      "  fenceline bench forecast reconcile",
      "  fenceline bench proof --full"
    },
    subcommands = FuzzCommand.class,
    mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
  private static final int ROUNDS = 5;
  private static final int QUICK_ROUNDS = 3;

  private final Path root = Path.of(System.getProperty("fenceline.root", ""));

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "JOB",
      arity = "0..*",
      description = "Only these jobs; all unless given.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--quick", description = "Small sizes and 3 rounds instead of 5.")
  private boolean quick;

  @Option(names = "--full", description = "The sizes that the goals were set for.")
  private boolean full;

  private Bench() {}

  /** Runs what the arguments say. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (quick && full) {
      throw new ParameterException(
          spec.commandLine(), "--quick and --full are two sizes; take one");
    }
    List<Job> all = Jobs.all(root);
    Path file = root.resolve("docs/benchmarks.csv");
    boolean isWhole = true;
    for (Job job : chosen(all)) {
      Optional<Result> result = run(job);
      isWhole &= result.isPresent();
      if (result.isPresent()) {
        // Written after each job, so that one that hangs takes nothing with it.
        Results results = Results.read(file).with(result.get());
        results.write(file);
        Files.writeString(
            root.resolve("docs/benchmarks.md"),
            Page.of(all.stream().map(Job::aim).toList(), results));
      }
    }
    return isWhole ? 0 : 1;
  }

  private List<Job> chosen(List<Job> all) {
    List<String> known = all.stream().map(job -> job.aim().name()).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "\"" + name + "\" is not a job; jobs are " + String.join(", ", known));
      }
    }
    return names.isEmpty()
        ? all
        : all.stream().filter(job -> names.contains(job.aim().name())).toList();
  }

  private Optional<Result> run(Job job) throws IOException {
    Aim aim = job.aim();
    long size = quick ? aim.sizes().quick() : full ? aim.sizes().full() : aim.sizes().usual();
    System.out.printf(Locale.ROOT, "%-14s %,d %s ... ", aim.name(), size, aim.unit());
    System.out.flush();
    Path scratch = Files.createTempDirectory("fenceline-bench");
    String machine = Machine.text();
    try (Contest<?> contest = job.prepare(size, scratch)) {
      Rounds.Measured measured = Rounds.run(contest, aim.goal(), quick ? QUICK_ROUNDS : ROUNDS);
      System.out.printf(
          Locale.ROOT,
          "%s, goal %s %s; ours %s, %s %s. %s%n",
          Page.ratio(measured.ratio()),
          aim.goal().text(),
          aim.goal().isMetBy(measured.ratio().median()) ? "met" : "MISSED",
          Page.time(measured.oursMillis()),
          contest.peer(),
          Page.time(measured.peersMillis()),
          contest.note());
      return Optional.of(
          new Result(
              aim.name(),
              size,
              contest.peer(),
              measured,
              contest.note(),
              machine,
              LocalDate.now(ZoneOffset.UTC)));
    } catch (PeerMissing e) {
      System.out.println("SKIPPED, THE PEER IS MISSING: " + e.getMessage());
      return Optional.empty();
    } catch (Exception e) {
      System.out.println("FAILED: " + e);
      e.printStackTrace();
      return Optional.empty();
    } finally {
      delete(scratch);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
