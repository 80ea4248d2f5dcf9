package org.fenceline.bench.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The page that tells what came of all jobs, in Markdown. */
public final class Page {
  private Page() {}

  /** The page for the jobs there are, in their order, with the newest result of each. */
  public static String of(List<Aim> aims, Results results) {
    List<String> lines = new ArrayList<>();
    lines.add(
        """
        # Benchmarks

        Written by `./fenceline bench` from [benchmarks.csv](benchmarks.csv); jobs that were not run keep their
        last row. Each job runs ours and the named peer on the same data in the same run, in turns, after
        rounds that warm both up; a round counts only when both give the same answer. The ratio is the median
        over the rounds, with the smallest and the largest. Times are context only: the machine is shared,
        and its load when a job began stands below.

        `./fenceline bench` runs all jobs, `./fenceline bench forecast reconcile` these; `--quick` takes small
        sizes and 3 rounds instead of 5, `--full` the sizes that the goals were set for.

        ## Ratios

        A goal with ≥ is the peer's time by ours, one with ≤ ours by the peer's.

        | job | size | peer | goal | ratio (least to most) | reached | ours, peer |
        |---|---|---|---|---|---|---|\
        """);
    aims.forEach(aim -> lines.add(row(aim, found(results, aim))));
    lines.add("\n## What was measured\n");
    for (Aim aim : aims) {
      StringBuilder text = new StringBuilder("- **" + aim.name() + "**: " + aim.measured() + ".");
      found(results, aim)
          .ifPresent(result -> {
            if (!result.note().isEmpty()) {
              text.append(' ').append(result.note()).append('.');
            }
            if (!isMet(aim, result) && !aim.limit().isEmpty()) {
              text.append(" Missed: ").append(aim.limit()).append('.');
            }
          });
      lines.add(text.toString());
    }
    lines.add("\n## Where and when\n");
    lines.add("| job | day | rounds | machine |\n|---|---|---|---|");
    for (Aim aim : aims) {
      found(results, aim)
          .ifPresent(result ->
              lines.add(
                  "| %s | %s | %d | %s |"
                      .formatted(
                          aim.name(), result.on(), result.measured().rounds(), result.machine())));
    }
    return String.join("\n", lines) + "\n";
  }

  private static Optional<Result> found(Results results, Aim aim) {
    return Optional.ofNullable(results.byJob().get(aim.name()));
  }

  private static boolean isMet(Aim aim, Result result) {
    return aim.goal().isMetBy(result.measured().ratio().median());
  }

  private static String row(Aim aim, Optional<Result> found) {
    if (found.isEmpty()) {
      return "| %s | | | %s | not run | | |".formatted(aim.name(), aim.goal().text());
    }
    Result result = found.get();
    return String.format(
        Locale.ROOT,
        "| %s | %,d %s | %s | %s | %s | %s | %s, %s |",
        aim.name(),
        result.size(),
        aim.unit(),
        result.peer(),
        aim.goal().text(),
        ratio(result.measured().ratio()),
        isMet(aim, result) ? "met" : "**missed**",
        time(result.measured().oursMillis()),
        time(result.measured().peersMillis()));
  }

  /** Such as {@code 5.31× (4.9 to 6.0)}. */
  public static String ratio(Ratio ratio) {
    return String.format(
        Locale.ROOT,
        "%s× (%s to %s)",
        figure(ratio.median()),
        figure(ratio.least()),
        figure(ratio.most()));
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%,.0f", value);
  }

  /** A time in the unit that suits it. */
  public static String time(double millis) {
    if (millis < 1) {
      return String.format(Locale.ROOT, "%.0f µs", millis * 1000);
    }
    return millis < 1000
        ? String.format(Locale.ROOT, "%.0f ms", millis)
        : String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }
}
