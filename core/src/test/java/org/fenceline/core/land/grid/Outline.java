package org.fenceline.core.land.grid;

import java.util.SplittableRandom;

/** A polygon on the attacker's plane, in metres east and north. */
final class Outline {
  final double[] x;
  final double[] y;
  final double west;
  final double east;
  final double south;
  final double north;

  Outline(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    double[] bounds = {
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (int i = 0; i < x.length; i++) {
      bounds[0] = Math.min(bounds[0], x[i]);
      bounds[1] = Math.max(bounds[1], x[i]);
      bounds[2] = Math.min(bounds[2], y[i]);
      bounds[3] = Math.max(bounds[3], y[i]);
    }
    this.west = bounds[0];
    this.east = bounds[1];
    this.south = bounds[2];
    this.north = bounds[3];
  }

  /**
   * A field as they are drawn at random, about the origin, and as the attacker knows them to be: 5
   * to 12 corners all round, at half to all of a radius that is 0.8 to 1.2 times half the size.
   */
  static Outline random(SplittableRandom random, double sizeMetres) {
    int corners = random.nextInt(5, 13);
    double radius = sizeMetres / 2 * random.nextDouble(0.8, 1.2);
    double first = random.nextDouble(2 * Math.PI);
    double[] x = new double[corners];
    double[] y = new double[corners];
    for (int i = 0; i < corners; i++) {
      double azimuth = first + (i + random.nextDouble(0.8)) * 2 * Math.PI / corners;
      double away = radius * random.nextDouble(0.5, 1);
      x[i] = away * Math.sin(azimuth);
      y[i] = away * Math.cos(azimuth);
    }
    return new Outline(x, y);
  }

  int corners() {
    return x.length;
  }

  Outline moved(double dx, double dy) {
    double[] mx = new double[x.length];
    double[] my = new double[y.length];
    for (int i = 0; i < x.length; i++) {
      mx[i] = x[i] + dx;
      my[i] = y[i] + dy;
    }
    return new Outline(mx, my);
  }

  /** What lies east of a meridian; without corners when nothing does. */
  Outline eastOf(double cut) {
    if (cut == Double.NEGATIVE_INFINITY) {
      return this;
    }
    double[] cx = new double[2 * x.length];
    double[] cy = new double[2 * x.length];
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      int next = (i + 1) % x.length;
      if (x[i] >= cut) {
        cx[count] = x[i];
        cy[count++] = y[i];
      }
      if ((x[i] >= cut) != (x[next] >= cut)) {
        cx[count] = cut;
        cy[count++] = y[i] + (cut - x[i]) / (x[next] - x[i]) * (y[next] - y[i]);
      }
    }
    return new Outline(java.util.Arrays.copyOf(cx, count), java.util.Arrays.copyOf(cy, count));
  }

  boolean holds(double px, double py) {
    boolean isInside = false;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      if ((y[i] > py) != (y[j] > py) && px < (x[j] - x[i]) * (py - y[i]) / (y[j] - y[i]) + x[i]) {
        isInside = !isInside;
      }
    }
    return isInside;
  }

  /** Metres from a point; 0 from within. */
  double metres(double px, double py) {
    if (holds(px, py)) {
      return 0;
    }
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      least = Math.min(least, squared(px, py, x[j], y[j], x[i], y[i]));
    }
    return Math.sqrt(least);
  }

  private static double squared(double px, double py, double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / length;
    along = Math.max(0, Math.min(1, along));
    double ex = px - ax - along * dx;
    double ey = py - ay - along * dy;
    return ex * ex + ey * ey;
  }

  /**
   * Hausdorff distance of two fields, taken at corners and middles of edges; what is left out makes
   * it smaller, if anything.
   */
  double hausdorff(Outline other) {
    return Math.max(farthestFrom(other), other.farthestFrom(this));
  }

  /** Metres from corner to field at least, either way; 0 where they overlap by a corner. */
  double gap(Outline other) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      least = Math.min(least, other.metres(x[i], y[i]));
    }
    for (int i = 0; i < other.x.length; i++) {
      least = Math.min(least, metres(other.x[i], other.y[i]));
    }
    return least;
  }

  private double farthestFrom(Outline other) {
    double farthest = 0;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      for (int part = 0; part < 2; part++) {
        double px = x[i] + part / 2.0 * (x[j] - x[i]);
        double py = y[i] + part / 2.0 * (y[j] - y[i]);
        farthest = Math.max(farthest, other.metres(px, py));
      }
    }
    return farthest;
  }

  /** Whether it comes within some metres of a rectangle. */
  boolean reaches(double x0, double y0, double x1, double y1, double metres) {
    if (x.length == 0
        || east + metres < x0
        || west - metres > x1
        || north + metres < y0
        || south - metres > y1) {
      return false;
    }
    double limit = metres * metres;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      if (Math.max(x[i], x[j]) + metres < x0
          || Math.min(x[i], x[j]) - metres > x1
          || Math.max(y[i], y[j]) + metres < y0
          || Math.min(y[i], y[j]) - metres > y1) {
        continue;
      }
      double dx = Math.max(0, Math.max(x0 - x[i], x[i] - x1));
      double dy = Math.max(0, Math.max(y0 - y[i], y[i] - y1));
      if (dx * dx + dy * dy <= limit
          || squared(x0, y0, x[j], y[j], x[i], y[i]) <= limit
          || squared(x0, y1, x[j], y[j], x[i], y[i]) <= limit
          || squared(x1, y0, x[j], y[j], x[i], y[i]) <= limit
          || squared(x1, y1, x[j], y[j], x[i], y[i]) <= limit
          || passes(x[j], y[j], x[i], y[i], x0, y0, x1, y1)) {
        return true;
      }
    }
    return holds((x0 + x1) / 2, (y0 + y1) / 2);
  }

  /** Whether a stretch passes through a rectangle: Liang and Barsky's cutting. */
  private static boolean passes(
      double ax, double ay, double bx, double by, double x0, double y0, double x1, double y1) {
    double enter = 0;
    double leave = 1;
    double[] steps = {ax - bx, bx - ax, ay - by, by - ay};
    double[] room = {ax - x0, x1 - ax, ay - y0, y1 - ay};
    for (int side = 0; side < 4; side++) {
      if (steps[side] == 0) {
        if (room[side] < 0) {
          return false;
        }
      } else {
        double at = room[side] / steps[side];
        if (steps[side] < 0) {
          enter = Math.max(enter, at);
        } else {
          leave = Math.min(leave, at);
        }
      }
    }
    return enter <= leave;
  }

  /** How far it extends from a point in a direction. */
  double extent(double px, double py, double azimuth) {
    double ux = Math.sin(azimuth);
    double uy = Math.cos(azimuth);
    double farthest = 0;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      double dx = x[i] - x[j];
      double dy = y[i] - y[j];
      double det = dx * uy - dy * ux;
      if (det != 0) {
        double rx = x[j] - px;
        double ry = y[j] - py;
        double along = (dx * ry - dy * rx) / det;
        double onEdge = (ux * ry - uy * rx) / det;
        if (along > 0 && onEdge >= 0 && onEdge <= 1) {
          farthest = Math.max(farthest, along);
        }
      }
    }
    return farthest;
  }
}
