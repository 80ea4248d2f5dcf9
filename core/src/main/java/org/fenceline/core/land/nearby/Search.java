package org.fenceline.core.land.nearby;

import java.util.Arrays;

/**
 * A way down a tree, always on to what is nearest so far, passing over what nobody asked for.
 *
 * <p>What is still to be looked at waits in a heap, by how far it is at least.
 */
final class Search {
  private final Part<?> part;
  private final Tree tree;
  private final Look look;
  private final Contest contest;

  private double[] away = new double[64];
  private int[] balls = new int[64];
  private int waiting;

  // What was passed by on the way to the first.
  private final double[] leftOutAway;
  private final int[] leftOut;
  private int leftOutCount;

  Search(Part<?> part, Look look, Contest contest) {
    this.part = part;
    this.tree = part.tree();
    this.look = look;
    this.contest = contest;
    this.leftOut = new int[tree.depth() * Tree.FAN];
    this.leftOutAway = new double[leftOut.length];
  }

  void run() {
    int first = someNear();
    if (!part.removed().get(first)) {
      measure(first);
    }
    addLeftOut();
    while (waiting > 0) {
      double least = away[0];
      int ball = balls[0];
      removeFirst();
      if (least <= contest.limitMetres(tree.balls.growthMetres(ball))) {
        if (ball >= tree.items()) {
          addChildren(ball);
        } else if (!part.removed().get(ball)) {
          measure(ball);
        }
      }
    }
  }

  /** Goes straight down: what is found there tells soon how far one need not look. */
  private int someNear() {
    int ball = tree.root();
    while (ball >= tree.items()) {
      int end = tree.endChild(ball);
      int best = tree.firstChild(ball);
      double bestMetres = look.toMiddle(best);
      for (int child = best + 1; child < end; child++) {
        double metres = look.toMiddle(child);
        if (metres < bestMetres) {
          leaveOut(best, bestMetres);
          best = child;
          bestMetres = metres;
        } else {
          leaveOut(child, metres);
        }
      }
      ball = best;
    }
    return ball;
  }

  private void leaveOut(int ball, double metresToMiddle) {
    leftOut[leftOutCount] = ball;
    leftOutAway[leftOutCount] = metresToMiddle - tree.balls.radiusMetres(ball);
    leftOutCount++;
  }

  private void addLeftOut() {
    for (int i = 0; i < leftOutCount; i++) {
      if (leftOutAway[i] <= contest.limitMetres(tree.balls.growthMetres(leftOut[i]))) {
        add(leftOutAway[i], leftOut[i]);
      }
    }
  }

  private void measure(int item) {
    double growth = part.items().get(item).growthMetres();
    contest.take(item, look.measure(item, contest.limitMetres(growth)), growth);
  }

  private void addChildren(int ball) {
    int end = tree.endChild(ball);
    for (int child = tree.firstChild(ball); child < end; child++) {
      double least = look.atLeast(child);
      if (least <= contest.limitMetres(tree.balls.growthMetres(child))) {
        add(least, child);
      }
    }
  }

  private void add(double metres, int ball) {
    if (waiting == balls.length) {
      away = Arrays.copyOf(away, 2 * waiting);
      balls = Arrays.copyOf(balls, 2 * waiting);
    }
    int at = waiting++;
    while (at > 0 && away[(at - 1) / 2] > metres) {
      int above = (at - 1) / 2;
      away[at] = away[above];
      balls[at] = balls[above];
      at = above;
    }
    away[at] = metres;
    balls[at] = ball;
  }

  private void removeFirst() {
    waiting--;
    double metres = away[waiting];
    int ball = balls[waiting];
    int at = 0;
    for (int below = 1; below < waiting; below = 2 * at + 1) {
      if (below + 1 < waiting && away[below + 1] < away[below]) {
        below++;
      }
      if (away[below] >= metres) {
        break;
      }
      away[at] = away[below];
      balls[at] = balls[below];
      at = below;
    }
    away[at] = metres;
    balls[at] = ball;
  }
}
