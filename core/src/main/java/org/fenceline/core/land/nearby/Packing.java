package org.fenceline.core.land.nearby;

import org.fenceline.core.land.geodesy.Cartesian;
import org.fenceline.core.land.geodesy.Horizon;
import org.fenceline.core.land.nearby.Packed.Role;
import org.fenceline.core.land.nearby.Packed.Stroke;

/** Fills the arrays of packed footprints. */
final class Packing {
  private final Packed packed;

  Packing(Packed packed) {
    this.packed = packed;
  }

  void pack() {
    for (int stroke = 0; stroke < packed.strokes.size(); stroke++) {
      corners(stroke);
      runs(stroke);
    }
  }

  private void corners(int number) {
    Stroke stroke = packed.strokes.get(number);
    int at = 3 * packed.firstCorner[number];
    for (int i = 0; i < stroke.packedCorners(); i++) {
      Cartesian corner = Cartesian.of(stroke.corner(i));
      packed.corners[at++] = units(corner.x());
      packed.corners[at++] = units(corner.y());
      packed.corners[at++] = units(corner.z());
    }
  }

  private static int units(double metres) {
    return (int) Math.rint(metres * Packed.UNITS_A_METRE);
  }

  private void runs(int number) {
    Stroke stroke = packed.strokes.get(number);
    int first = packed.firstCorner[number];
    int end = packed.firstCorner[number + 1];
    int shared = stroke.role() == Role.PLACES ? 0 : 1;
    for (int run = packed.firstRun[number]; run < packed.firstRun[number + 1]; run++) {
      int last = Math.min(first + Packed.RUN + shared, end);
      run(run, first, last, shared == 1);
      first += Packed.RUN;
    }
  }

  /** A ball round the box of the corners, grown by what edges bulge. */
  private void run(int run, int first, int end, boolean hasEdges) {
    Box box = new Box();
    for (int corner = first; corner < end; corner++) {
      box.add(x(corner), y(corner), z(corner));
    }
    double squaredRadius = 0;
    double squaredLength = 0;
    for (int corner = first; corner < end; corner++) {
      squaredRadius =
          Math.max(
              squaredRadius,
              squared(x(corner) - box.x(), y(corner) - box.y(), z(corner) - box.z()));
      if (hasEdges && corner > first) {
        squaredLength =
            Math.max(
                squaredLength,
                squared(
                    x(corner) - x(corner - 1),
                    y(corner) - y(corner - 1),
                    z(corner) - z(corner - 1)));
      }
    }
    // A curve whose curvature is at most κ leaves its chord L by at most κ·L²/8 and a little more.
    double bulge = Horizon.CURVATURE * squaredLength / 7;
    packed.runs.set(
        run, box.x(), box.y(), box.z(), Math.sqrt(squaredRadius) + bulge + Packed.ROUNDING_METRES);
  }

  private double x(int corner) {
    return packed.corners[3 * corner] / Packed.UNITS_A_METRE;
  }

  private double y(int corner) {
    return packed.corners[3 * corner + 1] / Packed.UNITS_A_METRE;
  }

  private double z(int corner) {
    return packed.corners[3 * corner + 2] / Packed.UNITS_A_METRE;
  }

  private static double squared(double dx, double dy, double dz) {
    return dx * dx + dy * dy + dz * dz;
  }
}
