package org.fenceline.bench.land;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.fenceline.bench.job.Aim;
import org.fenceline.bench.job.Contest;
import org.fenceline.bench.job.Goal;
import org.fenceline.bench.job.Job;
import org.fenceline.bench.job.Turn;
import org.fenceline.core.land.geodesy.Position;

/** Building the index, beside JTS with its geometries prepared. */
public final class BuildJob implements Job {
  private static final int CORNERS = 50;
  private static final double SAME_METRES = 1;

  @Override
  public Aim aim() {
    return new Aim(
        "index-build",
        "an index over hazards of 50 corners, from their degrees on, geometries included; the peer"
            + " is an HPRtree with prepared geometries",
        "hazards",
        Goal.atMost(1),
        new Aim.Sizes(5_000, 100_000, 100_000),
        "");
  }

  @Override
  public Contest<Double> prepare(long size, Path scratch) {
    return new Building(Hazards.rings(size, CORNERS, CORNERS));
  }

  private record Building(List<double[][]> rings) implements Contest<Double> {
    private static final Position ASKED = Position.parse("-23.1", "50.4");

    @Override
    public String peer() {
      return "JTS 1.20 HPRtree, prepared";
    }

    @Override
    public Turn<Double> ours() throws Exception {
      return Turn.of(() -> Hazards.index(rings).near(ASKED, 1, 0).getFirst().metres());
    }

    @Override
    public Turn<Double> peers() throws Exception {
      return Turn.of(() -> Jts.tuned(rings).metres(ASKED));
    }

    @Override
    public Optional<String> difference(Double ours, Double peers) {
      return Math.abs(ours - peers) <= SAME_METRES
          ? Optional.empty()
          : Optional.of(ours + " m against " + peers + " m");
    }

    @Override
    public String note() {
      double ours = megabytes(() -> Hazards.index(rings));
      double peers = megabytes(() -> Jts.tuned(rings));
      return String.format(
          Locale.ROOT,
          "Memory with geometries: %.0f MB against %.0f MB, %.2f× (goal ≤ 0.5×)",
          ours,
          peers,
          ours / peers);
    }

    private static double megabytes(Supplier<Object> building) {
      double before = used();
      Object built = building.get();
      double after = used();
      if (built.hashCode() == Integer.MIN_VALUE) {
        throw new IllegalStateException("it is kept until here");
      }
      return after - before;
    }

    private static double used() {
      for (int i = 0; i < 3; i++) {
        System.gc();
      }
      return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
    }
  }
}
