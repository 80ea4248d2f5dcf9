package org.fenceline.core.land.geodesy;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with how a ring was drawn: told, never refused. */
public final class RingFlaws {
  /** A longer step is told: turning points of a field lie nearer to each other. */
  public static final double LONGEST_STEP_METRES = 5_000;

  /** Farthest corner from the middle of a ring that can be judged; less than half a quadrant. */
  public static final double WIDEST_METRES = 4_900_000;

  /** Crossings that are listed of one ring. */
  public static final int MOST_CROSSINGS = 100;

  private static final int FEWEST_CORNERS = 3;

  private RingFlaws() {}

  /** All flaws of a ring; none for a sound one. */
  public static List<RingFlaw> of(Ring ring) {
    List<RingFlaw> flaws = new ArrayList<>();
    if (!ring.isClosed()) {
      flaws.add(new RingFlaw.Open(ring.gapMetres()));
    }
    List<Position> corners = ring.corners();
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < corners.size(); i++) {
      // The first corner repeats the last one only in a ring that was closed more than once.
      boolean repeated = i > 0 && isSamePlace(corners.get(i - 1), corners.get(i));
      if (repeated
          || (i > 0
              && i == corners.size() - 1
              && isSamePlace(corners.get(i), corners.getFirst()))) {
        flaws.add(new RingFlaw.RepeatedCorner(i));
      } else {
        kept.add(i);
      }
    }
    if (kept.size() < FEWEST_CORNERS) {
      flaws.add(new RingFlaw.TooFewCorners(kept.size()));
    }
    List<Segment> edges = ring.edges();
    for (int i = 0; i < edges.size(); i++) {
      double metres = edges.get(i).lengthMetres();
      if (metres > LONGEST_STEP_METRES) {
        flaws.add(new RingFlaw.LongStep(i, metres));
      }
    }
    double radius = radiusMetres(ring);
    if (radius > WIDEST_METRES) {
      flaws.add(new RingFlaw.TooWide(radius));
    } else if (kept.size() >= FEWEST_CORNERS) {
      flaws.addAll(Crossings.of(corners, kept, Middle.of(corners)));
    }
    return List.copyOf(flaws);
  }

  private static boolean isSamePlace(Position a, Position b) {
    return a.equals(b) || Geodesics.distanceMetres(a, b) == 0;
  }

  /** Metres from a ring's middle to its farthest corner. */
  static double radiusMetres(Ring ring) {
    Position middle = Middle.of(ring.corners());
    return ring.corners().stream()
        .mapToDouble(corner -> Geodesics.distanceMetres(middle, corner))
        .max()
        .orElse(0);
  }
}
