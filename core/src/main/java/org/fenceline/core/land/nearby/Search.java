package org.fenceline.core.land.nearby;

import java.util.BitSet;

/** A way down a tree, nearer balls first, passing over what nobody asked for. */
final class Search {
  private final Tree tree;
  private final Look look;
  private final BitSet removed;
  private final Contest contest;
  private final double[][] away;
  private final int[][] balls;

  Search(Tree tree, Look look, BitSet removed, Contest contest) {
    this.tree = tree;
    this.look = look;
    this.removed = removed;
    this.contest = contest;
    this.away = new double[tree.levels()][Tree.FAN];
    this.balls = new int[tree.levels()][Tree.FAN];
  }

  void run() {
    visit(tree.levels() - 1, tree.balls.count() - 1);
  }

  private void visit(int level, int ball) {
    if (level == 0) {
      item(ball);
      return;
    }
    int count = sortChildren(level, ball);
    for (int i = 0; i < count; i++) {
      int child = balls[level][i];
      if (away[level][i] <= contest.limitMetres(tree.growthMetres[child])) {
        visit(level - 1, child);
      }
    }
  }

  private void item(int item) {
    if (!removed.get(item)) {
      double growth = tree.growthMetres[item];
      contest.take(item, look.measure(item, contest.limitMetres(growth)), growth);
    }
  }

  private int sortChildren(int level, int ball) {
    double[] metres = away[level];
    int[] children = balls[level];
    int count = 0;
    int end = tree.endChild(level, ball);
    for (int child = tree.firstChild(level, ball); child < end; child++) {
      double least = look.atLeast(child);
      if (least <= contest.limitMetres(tree.growthMetres[child])) {
        int at = count;
        while (at > 0 && metres[at - 1] > least) {
          metres[at] = metres[at - 1];
          children[at] = children[at - 1];
          at--;
        }
        metres[at] = least;
        children[at] = child;
        count++;
      }
    }
    return count;
  }
}
