package org.fenceline.bench.land;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.bench.job.Aim;
import org.fenceline.bench.job.Contest;
import org.fenceline.bench.job.Goal;
import org.fenceline.bench.job.Job;
import org.fenceline.bench.job.Turn;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.nearby.NearbyIndex;

/**
 * The nearest hazard of a point, beside JTS.
 *
 * @param points which points are asked about
 * @param isTuned whether the peer is tuned
 */
public record PointJob(Points points, boolean isTuned) implements Job {
  private static final int QUESTIONS = 20_000;
  private static final int FEWEST_CORNERS = 24;
  private static final int MOST_CORNERS = 200;
  private static final double SAME_METRES = 0.5;
  private static final double SAME_PART = 0.001;

  /** Points that are asked about. */
  public enum Points {
    UNIFORM("anywhere in the country"),
    NEAR("within 500 m of a hazard"),
    SORTED("anywhere in the country, in order of place");

    private final String text;

    Points(String text) {
      this.text = text;
    }
  }

  @Override
  public Aim aim() {
    boolean isSorted = points == Points.SORTED;
    return new Aim(
        "point-" + points.name().toLowerCase(java.util.Locale.ROOT) + (isTuned ? "-tuned" : ""),
        "the nearest of many hazards of 24 to 200 corners and how far it is, for 20,000 points "
            + points.text
            + "; the peer is "
            + (isTuned
                ? "tuned: HPRtree, prepared geometries, one geodesic to what is nearest on a local"
                    + " plane"
                : "an STRtree with geodesics to every edge of what is near"),
        "hazards",
        Goal.atLeast(isTuned && !isSorted ? 3 : 10),
        new Aim.Sizes(5_000, 60_000, 60_000),
        isTuned
            ? "a question looks at some hundred balls of the tree and forty edges: on the same point"
                + " over and over that takes 1.7 µs, on fresh ones three times as long, which is"
                + " memory; the peer's hazards are small, so that a window of 500 m holds few"
            : "");
  }

  @Override
  public Contest<List<Double>> prepare(long size, Path scratch) {
    List<double[][]> rings = Hazards.rings(size, FEWEST_CORNERS, MOST_CORNERS);
    List<Position> asked =
        switch (points) {
          case UNIFORM -> Hazards.anywhere(QUESTIONS);
          case NEAR -> Hazards.near(rings, QUESTIONS);
          case SORTED -> NearbyIndex.inOrderOfPlace(Hazards.anywhere(QUESTIONS));
        };
    return new Asking(
        Hazards.index(rings), isTuned ? Jts.tuned(rings) : Jts.plain(rings), asked, isTuned);
  }

  private record Asking(NearbyIndex<Integer> index, Jts jts, List<Position> asked, boolean isTuned)
      implements Contest<List<Double>> {
    @Override
    public String peer() {
      return "JTS 1.20 " + (isTuned ? "HPRtree, prepared" : "STRtree");
    }

    @Override
    public Turn<List<Double>> ours() throws Exception {
      return Turn.of(() -> {
        List<Double> metres = new ArrayList<>(asked.size());
        for (Position position : asked) {
          metres.add(index.near(position, 1, 0).getFirst().metres());
        }
        return metres;
      });
    }

    @Override
    public Turn<List<Double>> peers() throws Exception {
      return Turn.of(() -> {
        List<Double> metres = new ArrayList<>(asked.size());
        for (Position position : asked) {
          metres.add(jts.metres(position));
        }
        return metres;
      });
    }

    @Override
    public Optional<String> difference(List<Double> ours, List<Double> peers) {
      for (int i = 0; i < ours.size(); i++) {
        double apart = Math.abs(ours.get(i) - peers.get(i));
        if (apart > SAME_METRES + SAME_PART * ours.get(i)) {
          return Optional.of(ours.get(i) + " m against " + peers.get(i) + " m at " + asked.get(i));
        }
      }
      return Optional.empty();
    }
  }
}
