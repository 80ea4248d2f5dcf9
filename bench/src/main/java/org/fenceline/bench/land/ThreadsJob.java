package org.fenceline.bench.land;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fenceline.bench.job.Aim;
import org.fenceline.bench.job.Contest;
import org.fenceline.bench.job.Goal;
import org.fenceline.bench.job.Job;
import org.fenceline.bench.job.Turn;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.nearby.NearbyIndex;

/** The nearest hazard by two threads, beside one. */
public final class ThreadsJob implements Job {
  private static final int QUESTIONS = 100_000;
  private static final double SAME_PART = 1e-9;

  @Override
  public Aim aim() {
    return new Aim(
        "point-threads",
        "the nearest of many hazards for 100,000 points, by two threads beside one",
        "hazards",
        Goal.atLeast(1.8),
        new Aim.Sizes(5_000, 60_000, 60_000),
        "nothing is shared but memory; two threads have what the machine's other work leaves of"
            + " two cores");
  }

  @Override
  public Contest<Double> prepare(long size, Path scratch) {
    NearbyIndex<Integer> index = Hazards.index(Hazards.rings(size, 24, 200));
    return new Asking(index, Hazards.anywhere(QUESTIONS), Executors.newFixedThreadPool(2));
  }

  private record Asking(NearbyIndex<Integer> index, List<Position> asked, ExecutorService two)
      implements Contest<Double> {
    @Override
    public String peer() {
      return "itself, one thread";
    }

    @Override
    public Turn<Double> ours() throws Exception {
      return Turn.of(() -> {
        int half = asked.size() / 2;
        Future<Double> first = two.submit(() -> sum(asked.subList(0, half)));
        Future<Double> second = two.submit(() -> sum(asked.subList(half, asked.size())));
        return first.get() + second.get();
      });
    }

    @Override
    public Turn<Double> peers() throws Exception {
      return Turn.of(() -> sum(asked));
    }

    private double sum(List<Position> points) {
      double sum = 0;
      for (Position position : points) {
        sum += index.near(position, 1, 0).getFirst().metres();
      }
      return sum;
    }

    @Override
    public Optional<String> difference(Double ours, Double peers) {
      return Math.abs(ours - peers) <= SAME_PART * peers
          ? Optional.empty()
          : Optional.of(ours + " against " + peers);
    }

    @Override
    public void close() {
      two.shutdown();
    }
  }
}
