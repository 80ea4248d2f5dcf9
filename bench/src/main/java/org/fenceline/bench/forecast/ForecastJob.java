package org.fenceline.bench.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.bench.job.Aim;
import org.fenceline.bench.job.Contest;
import org.fenceline.bench.job.Goal;
import org.fenceline.bench.job.Job;
import org.fenceline.bench.job.Turn;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.forecast.Forecast;
import org.fenceline.core.forecast.Scenario;
import org.fenceline.exchange.scenario.ScenarioFile;

/** Many paths of the example programme, to the same percentiles. */
public final class ForecastJob implements Job {
  /** The project's folder. */
  private final Path root;

  public ForecastJob(Path root) {
    this.root = root;
  }

  @Override
  public Aim aim() {
    return new Aim(
        "forecast",
        "the example scenario, 15 years month by month under both policies, to all percentiles of"
            + " the outlook; the peer is vectorised over the paths, draws from the same"
            + " distributions, and every percentile agrees within sampling error",
        "paths",
        Goal.atLeast(5),
        new Aim.Sizes(20_000, 100_000, 100_000),
        "on shared cores both of our threads wait for others; of our own time a quarter "
            + "follows the months, four tenths note first months and sum years, a quarter selects "
            + "ranks, as a profile showed");
  }

  @Override
  public Contest<List<Range>> prepare(long size, Path scratch) throws IOException {
    Scenario scenario;
    try {
      scenario =
          ScenarioFile.read(Files.readString(root.resolve("examples/east-shield/scenario.yaml")));
    } catch (MalformedInput e) {
      throw new IllegalStateException("the example is sound", e);
    }
    NumPy numPy = NumPy.start(scratch);
    return new Paths(scenario, Math.toIntExact(size), numPy);
  }

  /** Runs both with a new seed each time. */
  private static final class Paths implements Contest<List<Range>> {
    private final Scenario scenario;
    private final int paths;
    private final NumPy numPy;
    private long seed = 2026;

    Paths(Scenario scenario, int paths, NumPy numPy) {
      this.scenario = scenario;
      this.paths = paths;
      this.numPy = numPy;
    }

    @Override
    public String peer() {
      return numPy.version();
    }

    @Override
    public Turn<List<Range>> ours() throws Exception {
      seed++;
      int threads = Runtime.getRuntime().availableProcessors();
      Turn<org.fenceline.core.forecast.Outlook> turn =
          Turn.of(() -> Forecast.run(scenario, paths, seed, threads));
      return new Turn<>(turn.nanos(), Measures.of(turn.answer()));
    }

    @Override
    public Turn<List<Range>> peers() throws Exception {
      seed++;
      return numPy.run(scenario, paths, seed);
    }

    @Override
    public Optional<String> difference(List<Range> ours, List<Range> peers) {
      if (ours.size() != peers.size()) {
        return Optional.of(ours.size() + " percentiles against " + peers.size());
      }
      List<String> outside = new ArrayList<>();
      for (int i = 0; i < ours.size(); i++) {
        if (!peers.get(i).holds(ours.get(i).value())) {
          outside.add(
              "percentile " + i + ": " + ours.get(i).value() + " is not in " + peers.get(i));
        }
      }
      return outside.stream().findFirst();
    }

    @Override
    public String note() {
      return "Ours uses all cores; NumPy works on one, as it does by itself";
    }

    @Override
    public void close() {
      numPy.close();
    }
  }
}
