package org.fenceline.bench.job;

import java.util.ArrayList;
import java.util.List;

/** Runs a contest in rounds, each of one turn of ours and one of the peer's. */
public final class Rounds {
  /** Rounds that warm up, for as long as {@link #WARM_NANOS} last; one at the least. */
  private static final int MOST_WARM_ROUNDS = 10;

  private static final long WARM_NANOS = 10_000_000_000L;

  private Rounds() {}

  /**
   * What came of the rounds.
   *
   * @param ratio the rounds' ratios
   * @param rounds how many they were
   * @param oursMillis our middle time
   * @param peersMillis the peer's middle time
   */
  public record Measured(Ratio ratio, int rounds, double oursMillis, double peersMillis) {}

  /**
   * Rounds that warm both up, then the measured ones, in which the two take turns at going first.
   *
   * @throws AnswersDiffer when in any round, a warming one included, they answer differently
   */
  public static <A> Measured run(Contest<A> contest, Goal goal, int rounds) throws Exception {
    long start = System.nanoTime();
    for (int i = 0;
        i < MOST_WARM_ROUNDS && (i == 0 || System.nanoTime() - start < WARM_NANOS);
        i++) {
      round(contest, false);
    }
    List<Double> ratios = new ArrayList<>();
    List<Double> ours = new ArrayList<>();
    List<Double> peers = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      Round round = round(contest, i % 2 == 1 && contest.mayPeerBegin());
      ratios.add(goal.ratio(round.oursNanos(), round.peersNanos()));
      ours.add(round.oursNanos() / 1e6);
      peers.add(round.peersNanos() / 1e6);
    }
    return new Measured(
        Ratio.of(ratios), rounds, Ratio.of(ours).median(), Ratio.of(peers).median());
  }

  private record Round(long oursNanos, long peersNanos) {}

  private static <A> Round round(Contest<A> contest, boolean peerBegins) throws Exception {
    Turn<A> ours;
    Turn<A> peers;
    if (peerBegins) {
      peers = contest.peers();
      ours = contest.ours();
    } else {
      ours = contest.ours();
      peers = contest.peers();
    }
    contest
        .difference(ours.answer(), peers.answer())
        .ifPresent(difference -> {
          throw new AnswersDiffer(difference);
        });
    return new Round(ours.nanos(), peers.nanos());
  }
}
