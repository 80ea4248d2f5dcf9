package org.fenceline.core.land.geodesy;

import java.util.List;
import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.GeodesicMask;

/**
 * How a ring lies about a position.
 *
 * @param turns how often it winds round the position, clockwise counted above 0
 * @param onLine whether the position lies on the line, to {@link #ON_LINE_METRES}
 * @param tooWide whether the ring is too wide to say; turns mean nothing then
 */
record Winding(int turns, boolean onLine, boolean tooWide) {
  /** So near to a line a position counts as on it; lengths are right to that. */
  static final double ON_LINE_METRES = 0.001;

  // Twice the widest radius of a ring and a little: a corner beyond it is of no ring round here.
  private static final double FAR_METRES = 2 * RingFlaws.WIDEST_METRES + 1_000;
  // A position within ON_LINE_METRES of an edge and this far from its ends sees the edge turn by
  // more than 180° - 2·ON_LINE_METRES/CLOSE_METRES radians, which is more than LINE_DEGREES.
  private static final double CLOSE_METRES = 1;
  private static final double LINE_DEGREES = 179;
  private static final double FULL_TURN = 360;

  private static final Winding OUTSIDE = new Winding(0, false, false);
  private static final Winding ON_LINE = new Winding(0, true, false);
  private static final Winding TOO_WIDE = new Winding(0, false, true);

  /** Looks from the position along the ring. */
  static Winding of(Ring ring, Position position) {
    List<Position> corners = ring.corners();
    GeodesicData before = look(position, corners.getLast());
    double sum = 0;
    for (int i = 0; i < corners.size(); i++) {
      GeodesicData now = look(position, corners.get(i));
      if (now.s12 > FAR_METRES) {
        return RingFlaws.radiusMetres(ring) > RingFlaws.WIDEST_METRES ? TOO_WIDE : OUTSIDE;
      }
      double turn = Math.IEEEremainder(now.azi1 - before.azi1, FULL_TURN);
      if (Math.abs(turn) > LINE_DEGREES || Math.min(now.s12, before.s12) < CLOSE_METRES) {
        Position last = i == 0 ? corners.getLast() : corners.get(i - 1);
        if (new Segment(last, corners.get(i)).distanceMetres(position) <= ON_LINE_METRES) {
          return ON_LINE;
        }
      }
      sum += turn;
      before = now;
    }
    return new Winding((int) Math.round(sum / FULL_TURN), false, false);
  }

  private static GeodesicData look(Position from, Position to) {
    return Geodesics.inverse(from, to, GeodesicMask.DISTANCE | GeodesicMask.AZIMUTH);
  }
}
