package org.fenceline.core.land.nearby;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The nearest so many, and all that come within reach once grown. */
final class Ranking implements Contest {
  private final double[] nearest;
  private final double reachMetres;
  private final List<Candidate> candidates = new ArrayList<>();
  private int part;

  /**
   * Something that may be among them.
   *
   * @param part in which it is packed
   * @param item its number there
   * @param span how far it is
   * @param growthMetres by how much it is grown
   */
  record Candidate(int part, int item, Span span, double growthMetres) {}

  Ranking(int count, double reachMetres) {
    this.nearest = new double[count];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    this.reachMetres = reachMetres;
  }

  /** What is taken from now on is of another part. */
  void enter(int next) {
    part = next;
  }

  @Override
  public double limitMetres(double growthMetres) {
    double byRank = nearest.length == 0 ? Double.NEGATIVE_INFINITY : nearest[nearest.length - 1];
    return Math.max(byRank, reachMetres + growthMetres);
  }

  @Override
  public void take(int item, Span span, double growthMetres) {
    if (span.least() <= limitMetres(growthMetres)) {
      candidates.add(new Candidate(part, item, span, growthMetres));
      rank(span.most());
    }
  }

  private void rank(double mostMetres) {
    int at = nearest.length;
    while (at > 0 && nearest[at - 1] > mostMetres) {
      if (at < nearest.length) {
        nearest[at] = nearest[at - 1];
      }
      at--;
    }
    if (at < nearest.length) {
      nearest[at] = mostMetres;
    }
  }

  /** Those that still may be among them, now that all were seen. */
  List<Candidate> left() {
    candidates.removeIf(
        candidate -> candidate.span().least() > limitMetres(candidate.growthMetres()));
    return candidates;
  }
}
