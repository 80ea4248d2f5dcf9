package org.fenceline.core.land.nearby;

import java.util.List;
import org.fenceline.core.land.geodesy.Footprint;

/**
 * Footprints laid out one after another in whole numbers, to be read from end to end.
 *
 * <p>Of each footprint there follow: its anchor, x, y and z from the earth's middle in units of
 * 1/256 m; the number of its strokes; of each stroke its role and how many corners it has; of all
 * its runs a ball, x, y, z from the anchor in units of 1/4096 m and the bits of its radius in
 * metres; and of all its corners x, y, z likewise. So that a corner needs twelve bytes, lies within
 * 0.22 mm of where it is, and what is read together lies together.
 */
final class Packed {
  /** Edges of a run, or places. */
  static final int RUN = 8;

  static final double ANCHOR_UNITS = 256;
  static final double UNITS = 4096;

  /** A corner is no farther from its packed place: half a unit along each axis. */
  static final double ROUNDING_METRES = 0.00022;

  /** Ground that reaches farther from its anchor is not packed: it is always measured in full. */
  static final double WIDEST_METRES = 300_000;

  static final int HEAD = 4;
  static final int BALL = 4;
  static final int CORNER = 3;

  final List<Footprint> footprints;

  /** Where each footprint begins; -1 when it is too wide. */
  final int[] starts;

  final int[] words;

  Packed(List<Footprint> footprints, int[] starts, int[] words) {
    this.footprints = List.copyOf(footprints);
    this.starts = starts;
    this.words = words;
  }

  /** How many runs a stroke has; each but of places begins with the corner where the last ended. */
  static int runs(Role role, int corners) {
    int steps = role == Role.PLACES ? corners : corners - 1;
    return Math.max(1, Math.ceilDiv(steps, RUN));
  }
}
