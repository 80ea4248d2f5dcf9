package org.fenceline.core.land.nearby;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Position;

/**
 * Footprints laid out in arrays, one after another, to be read from end to end.
 *
 * <p>A footprint has strokes: the rings of its areas, its lines, its places. A stroke has corners
 * and runs of up to {@link #RUN} edges, each inside a ball. Corners are earth-centred, in units of
 * 1/256 m, so that each lies within 3.4 mm of where it is and three times four bytes hold it.
 */
final class Packed {
  /** Edges of a run. */
  static final int RUN = 16;

  static final double UNITS_A_METRE = 256;

  /** A corner is no farther from its packed place; half a unit along each axis. */
  static final double ROUNDING_METRES = 0.0035;

  /** What a stroke is. */
  enum Role {
    /** A ring round ground; holes that follow it are its own. */
    OUTER,
    HOLE,
    LINE,
    /** Corners without edges. */
    PLACES
  }

  /**
   * A stroke as it was recorded.
   *
   * @param role what it is
   * @param corners its corners; a ring comes back to the first without saying so
   */
  record Stroke(Role role, List<Position> corners) {
    boolean isRing() {
      return role == Role.OUTER || role == Role.HOLE;
    }

    /** Packed corners: a ring's first once more at the end. */
    int packedCorners() {
      return isRing() ? corners.size() + 1 : corners.size();
    }

    /** Runs; each but of places begins with the corner with which the last ended. */
    int runs() {
      int steps = role == Role.PLACES ? corners.size() : packedCorners() - 1;
      return Math.max(1, Math.ceilDiv(steps, RUN));
    }

    Position corner(int number) {
      return corners.get(number == corners.size() ? 0 : number);
    }
  }

  final List<Footprint> footprints;

  /** First stroke of each footprint, and the end. */
  final int[] firstStroke;

  final List<Stroke> strokes;

  /** First corner of each stroke, and the end. */
  final int[] firstCorner;

  /** First run of each stroke, and the end. */
  final int[] firstRun;

  /** x, y, z of each corner. */
  final int[] corners;

  /** Round each run. */
  final Balls runs;

  Packed(List<Footprint> footprints) {
    this.footprints = List.copyOf(footprints);
    this.strokes = new ArrayList<>();
    this.firstStroke = new int[footprints.size() + 1];
    for (int i = 0; i < footprints.size(); i++) {
      Strokes.addTo(strokes, footprints.get(i));
      firstStroke[i + 1] = strokes.size();
    }
    this.firstCorner = new int[strokes.size() + 1];
    this.firstRun = new int[strokes.size() + 1];
    for (int i = 0; i < strokes.size(); i++) {
      firstCorner[i + 1] = Math.addExact(firstCorner[i], strokes.get(i).packedCorners());
      firstRun[i + 1] = firstRun[i] + strokes.get(i).runs();
    }
    this.corners = new int[Math.multiplyExact(3, firstCorner[strokes.size()])];
    this.runs = new Balls(firstRun[strokes.size()]);
    new Packing(this).pack();
  }
}
