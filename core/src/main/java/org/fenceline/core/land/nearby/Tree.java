package org.fenceline.core.land.nearby;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.land.geodesy.Horizon;

/**
 * Balls round footprints, balls round sixteen of those, and so on up to one: packed from below, in
 * the order in which the footprints lie, so that neighbours share a ball.
 */
final class Tree {
  static final int FAN = 16;

  /** Ground wider than twice that is in no ball: it is always looked at. */
  static final double WIDEST_METRES = 300_000;

  /** Those of the footprints, then those a level higher, and so on. */
  final Balls balls;

  /** Growth of whatever is in a ball at most, in metres. */
  final float[] growthMetres;

  /** First ball of each level, and the end; level 0 is the footprints. */
  final int[] firstOfLevel;

  Tree(Packed packed, double[] growth) {
    this.firstOfLevel = levels(growth.length);
    int count = firstOfLevel[firstOfLevel.length - 1];
    this.balls = new Balls(count);
    this.growthMetres = new float[count];
    for (int item = 0; item < growth.length; item++) {
      growthMetres[item] = Math.nextUp((float) growth[item]);
      int from = packed.firstRun[packed.firstStroke[item]];
      int to = packed.firstRun[packed.firstStroke[item + 1]];
      round(item, packed.runs, from, to);
      // Ground bulges out of the ball round its lines; by half as much at most.
      double radius = balls.radiusMetres[item];
      balls.radiusMetres[item] =
          radius > WIDEST_METRES
              ? Float.POSITIVE_INFINITY
              : Math.nextUp((float) (radius + radius * radius * Horizon.CURVATURE));
    }
    for (int level = 1; level < firstOfLevel.length - 1; level++) {
      for (int ball = firstOfLevel[level]; ball < firstOfLevel[level + 1]; ball++) {
        round(ball, balls, firstChild(level, ball), endChild(level, ball));
      }
    }
  }

  private static int[] levels(int items) {
    List<Integer> firsts = new ArrayList<>(List.of(0, items));
    for (int count = items; count > 1; ) {
      count = Math.ceilDiv(count, FAN);
      firsts.add(firsts.getLast() + count);
    }
    return firsts.stream().mapToInt(Integer::intValue).toArray();
  }

  int levels() {
    return firstOfLevel.length - 1;
  }

  int firstChild(int level, int ball) {
    return firstOfLevel[level - 1] + (ball - firstOfLevel[level]) * FAN;
  }

  int endChild(int level, int ball) {
    return Math.min(firstChild(level, ball) + FAN, firstOfLevel[level]);
  }

  private void round(int ball, Balls inner, int from, int to) {
    Box box = new Box();
    for (int i = from; i < to; i++) {
      box.add(inner.x(i), inner.y(i), inner.z(i));
    }
    double radius = 0;
    for (int i = from; i < to; i++) {
      radius =
          Math.max(radius, inner.toMiddle(i, box.x(), box.y(), box.z()) + inner.radiusMetres[i]);
      if (inner == balls) {
        growthMetres[ball] = Math.max(growthMetres[ball], growthMetres[i]);
      }
    }
    balls.set(ball, box.x(), box.y(), box.z(), radius);
  }
}
