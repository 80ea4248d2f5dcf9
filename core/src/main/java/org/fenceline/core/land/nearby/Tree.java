package org.fenceline.core.land.nearby;

import java.util.ArrayList;
import java.util.List;

/**
 * Balls round footprints, balls round eight of those, and so on up to one: packed from below, in
 * the order in which the footprints lie, so that neighbours share a ball.
 */
final class Tree {
  static final int FAN = 8;

  /** Those of the footprints, then those a level higher, and so on. */
  final Balls balls;

  /** How many footprints there are. */
  private final int items;

  /** First child of each ball that is not of a footprint, and the end. */
  private final int[] firstChild;

  /** Room for a tree over so many footprints. */
  Tree(int items) {
    this.items = items;
    List<Integer> firsts = new ArrayList<>();
    int first = 0;
    int end = items;
    while (end - first > 1) {
      for (int child = first; child < end; child += FAN) {
        firsts.add(child);
      }
      first = end;
      end = items + firsts.size();
    }
    firsts.add(first);
    this.firstChild = firsts.stream().mapToInt(Integer::intValue).toArray();
    this.balls = new Balls(end);
  }

  /** Puts balls round balls, now that all of the footprints are there. */
  void grow() {
    for (int ball = items; ball < balls.count(); ball++) {
      round(ball, firstChild(ball), endChild(ball));
    }
  }

  int items() {
    return items;
  }

  /** How many balls one goes through at most from the root down to a footprint. */
  int depth() {
    int depth = 1;
    for (int ball = root(); ball >= items; ball = firstChild(ball)) {
      depth++;
    }
    return depth;
  }

  int root() {
    return balls.count() - 1;
  }

  int firstChild(int ball) {
    return firstChild[ball - items];
  }

  int endChild(int ball) {
    return firstChild[ball - items + 1];
  }

  private void round(int ball, int from, int to) {
    Box box = new Box();
    for (int i = from; i < to; i++) {
      box.add(balls.x(i), balls.y(i), balls.z(i));
    }
    double radius = 0;
    double growth = 0;
    for (int i = from; i < to; i++) {
      radius =
          Math.max(radius, balls.toMiddle(i, box.x(), box.y(), box.z()) + balls.radiusMetres(i));
      growth = Math.max(growth, balls.growthMetres(i));
    }
    balls.set(ball, box.x(), box.y(), box.z(), radius);
    balls.grow(ball, growth);
  }
}
