package org.fenceline.core.land.nearby;

import java.util.Arrays;
import java.util.List;
import org.fenceline.core.land.geodesy.Cartesian;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Horizon;

/** Lays footprints out, each with a ball round it. */
final class Packing {
  // A curve whose curvature is at most κ leaves its chord L by at most κ·L²/8 and a little more.
  private static final double BULGE = Horizon.CURVATURE / 7;

  private final Balls items;
  private int[] words = new int[1024];
  private int end;

  // Of the footprint that is laid out: its corners, earth-centred, and how many.
  private double[] xyz = new double[3 * 64];
  private int corners;

  private Packing(Balls items) {
    this.items = items;
  }

  /**
   * Packs footprints.
   *
   * @param items takes a ball round each
   */
  static Packed pack(List<Footprint> footprints, Balls items) {
    Packing packing = new Packing(items);
    int[] starts = new int[footprints.size()];
    for (int item = 0; item < starts.length; item++) {
      starts[item] = packing.footprint(item, Stroke.of(footprints.get(item)));
    }
    return new Packed(footprints, starts, Arrays.copyOf(packing.words, packing.end));
  }

  private int footprint(int item, List<Stroke> strokes) {
    read(strokes);
    Box box = box(0, corners);
    double radius = radius(box, 0, corners) + bulge(strokes) + Packed.ROUNDING_METRES;
    if (radius > Packed.WIDEST_METRES) {
      items.set(item, box.x(), box.y(), box.z(), Double.POSITIVE_INFINITY);
      return -1;
    }
    // Ground bulges out of the ball round its lines; by half as much at most.
    items.set(item, box.x(), box.y(), box.z(), radius + radius * radius * Horizon.CURVATURE);
    int start = end;
    int runs = strokes.stream().mapToInt(Stroke::runs).sum();
    reserve(Packed.HEAD + strokes.size() + runs * Packed.BALL + corners * Packed.CORNER);
    double x = anchor(box.x());
    double y = anchor(box.y());
    double z = anchor(box.z());
    words[end++] = strokes.size();
    strokes.forEach(stroke -> words[end++] = stroke.role().word(stroke.packedCorners()));
    runs(strokes, x, y, z);
    for (int corner = 0; corner < corners; corner++) {
      place(xyz[3 * corner] - x, xyz[3 * corner + 1] - y, xyz[3 * corner + 2] - z);
    }
    return start;
  }

  private void read(List<Stroke> strokes) {
    corners = 0;
    for (Stroke stroke : strokes) {
      int count = stroke.packedCorners();
      int needed = Math.multiplyExact(3, Math.addExact(corners, count));
      if (needed > xyz.length) {
        xyz = Arrays.copyOf(xyz, Math.max(needed, 2 * xyz.length));
      }
      for (int i = 0; i < count; i++) {
        Cartesian corner = Cartesian.of(stroke.corner(i));
        xyz[3 * corners] = corner.x();
        xyz[3 * corners + 1] = corner.y();
        xyz[3 * corners + 2] = corner.z();
        corners++;
      }
    }
  }

  private void runs(List<Stroke> strokes, double x, double y, double z) {
    int firstOfStroke = 0;
    for (Stroke stroke : strokes) {
      int endOfStroke = firstOfStroke + stroke.packedCorners();
      int shared = stroke.role() == Role.PLACES ? 0 : 1;
      for (int run = 0; run < stroke.runs(); run++) {
        int first = firstOfStroke + run * Packed.RUN;
        int last = Math.min(first + Packed.RUN + shared, endOfStroke);
        Box box = box(first, last);
        double bulge = shared == 0 ? 0 : BULGE * squaredStep(first, last);
        double radius = radius(box, first, last) + bulge + 2 * Packed.ROUNDING_METRES;
        place(box.x() - x, box.y() - y, box.z() - z);
        words[end++] = Float.floatToRawIntBits(Math.nextUp((float) radius));
      }
      firstOfStroke = endOfStroke;
    }
  }

  private double bulge(List<Stroke> strokes) {
    double squared = 0;
    int first = 0;
    for (Stroke stroke : strokes) {
      int last = first + stroke.packedCorners();
      if (stroke.role() != Role.PLACES) {
        squared = Math.max(squared, squaredStep(first, last));
      }
      first = last;
    }
    return BULGE * squared;
  }

  private Box box(int first, int last) {
    Box box = new Box();
    for (int corner = first; corner < last; corner++) {
      box.add(xyz[3 * corner], xyz[3 * corner + 1], xyz[3 * corner + 2]);
    }
    return box;
  }

  private double radius(Box box, int first, int last) {
    double squared = 0;
    for (int corner = first; corner < last; corner++) {
      double dx = xyz[3 * corner] - box.x();
      double dy = xyz[3 * corner + 1] - box.y();
      double dz = xyz[3 * corner + 2] - box.z();
      squared = Math.max(squared, dx * dx + dy * dy + dz * dz);
    }
    return Math.sqrt(squared);
  }

  /** The square of the longest step from corner to corner, straight. */
  private double squaredStep(int first, int last) {
    double squared = 0;
    for (int corner = first + 1; corner < last; corner++) {
      double dx = xyz[3 * corner] - xyz[3 * corner - 3];
      double dy = xyz[3 * corner + 1] - xyz[3 * corner - 2];
      double dz = xyz[3 * corner + 2] - xyz[3 * corner - 1];
      squared = Math.max(squared, dx * dx + dy * dy + dz * dz);
    }
    return squared;
  }

  /** Writes a whole unit of an anchor; gives it back in metres. */
  private double anchor(double metres) {
    int units = (int) Math.rint(metres * Packed.ANCHOR_UNITS);
    words[end++] = units;
    return units / Packed.ANCHOR_UNITS;
  }

  private void place(double dx, double dy, double dz) {
    words[end++] = (int) Math.rint(dx * Packed.UNITS);
    words[end++] = (int) Math.rint(dy * Packed.UNITS);
    words[end++] = (int) Math.rint(dz * Packed.UNITS);
  }

  private void reserve(int more) {
    int needed = Math.addExact(end, more);
    if (needed > words.length) {
      // Half as much again, so that what is copied in all stays in proportion.
      words = Arrays.copyOf(words, Math.max(needed, (int) Math.min(1.5 * words.length, MOST)));
    }
  }

  private static final int MOST = Integer.MAX_VALUE - 8;
}
