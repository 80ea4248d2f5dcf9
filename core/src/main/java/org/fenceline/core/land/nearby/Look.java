package org.fenceline.core.land.nearby;

import org.fenceline.core.land.geodesy.Cartesian;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Horizon;
import org.fenceline.core.land.geodesy.Nearest;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Segment;
import org.fenceline.core.land.nearby.Packed.Role;
import org.fenceline.core.land.nearby.Packed.Stroke;

/** Measures packed footprints from one position. */
final class Look {
  /** So near to a line the plane cannot tell on which side of it a position lies. */
  private static final double UNSURE_METRES = 0.002;

  /** Off by no more: packed corners, and what a geodesic is measured to. */
  private static final double ROUNDING_METRES = Packed.ROUNDING_METRES + 0.002;

  private final Packed packed;
  private final Balls balls;
  private final Position position;
  private final Horizon horizon;
  private final double aboutX;
  private final double aboutY;
  private final double aboutZ;

  // Of the footprint that is looked at, on the plane: how near some part of it is at least, at
  // most.
  private double least;
  private double most;

  Look(Packed packed, Balls balls, Position position, Horizon horizon) {
    this.packed = packed;
    this.balls = balls;
    this.position = position;
    this.horizon = horizon;
    Cartesian about = horizon.about();
    this.aboutX = about.x();
    this.aboutY = about.y();
    this.aboutZ = about.z();
  }

  /** Metres to a ball at least. */
  double atLeast(int ball) {
    return balls.atLeast(ball, aboutX, aboutY, aboutZ);
  }

  /** How far a footprint is; of one beyond the limit no more than that is told. */
  Span measure(int item, double limitMetres) {
    Footprint footprint = packed.footprints.get(item);
    double radius = balls.radiusMetres[item];
    double away = atLeast(item);
    if (Double.isInfinite(radius)) {
      return new Span.Measured(footprint.nearest(position));
    }
    if (away + 2 * radius > Horizon.FARTHEST_METRES) {
      // A way along the ground is longer than that through the earth, by less than a part in 100.
      double toSome = Geodesics.distanceMetres(position, firstCorner(item));
      return new Span.Between(Math.max(away, toSome - 2.02 * radius - 1), toSome);
    }
    least = Double.POSITIVE_INFINITY;
    most = Double.POSITIVE_INFINITY;
    boolean inside = onPlane(item, limitMetres, away == 0);
    if (least <= UNSURE_METRES) {
      return new Span.Measured(footprint.nearest(position));
    }
    return inside
        ? new Span.Measured(new Nearest(0, position))
        : new Span.OnPlane(Horizon.atLeast(least), Horizon.atMost(most), most);
  }

  private Position firstCorner(int item) {
    return packed.strokes.get(packed.firstStroke[item]).corner(0);
  }

  /** Looks at all strokes; whether the position lies inside an area. */
  private boolean onPlane(int item, double limitMetres, boolean winding) {
    boolean inside = false;
    boolean inThisArea = false;
    for (int stroke = packed.firstStroke[item]; stroke < packed.firstStroke[item + 1]; stroke++) {
      Role role = packed.strokes.get(stroke).role();
      if (role == Role.PLACES) {
        places(stroke);
      } else {
        int turns = edges(stroke, limitMetres, winding && role != Role.LINE);
        switch (role) {
          case OUTER -> {
            inside |= inThisArea;
            inThisArea = turns != 0;
          }
          case HOLE -> inThisArea &= turns % 2 == 0;
          case LINE, PLACES -> {
            // Nobody is inside of a line.
          }
        }
      }
    }
    return inside || inThisArea;
  }

  private void places(int stroke) {
    for (int corner = packed.firstCorner[stroke];
        corner < packed.firstCorner[stroke + 1];
        corner++) {
      double east = east(corner);
      double north = north(corner);
      double metres = Math.sqrt(east * east + north * north);
      least = Math.min(least, metres - ROUNDING_METRES);
      most = Math.min(most, metres + ROUNDING_METRES);
    }
  }

  /** Looks at the edges of a stroke that may be near; how often it winds round the position. */
  private int edges(int stroke, double limitMetres, boolean winding) {
    int end = packed.firstCorner[stroke + 1] - 1;
    int corner = packed.firstCorner[stroke];
    double fromEast = east(corner);
    double fromNorth = north(corner);
    int turns = 0;
    for (int run = packed.firstRun[stroke]; run < packed.firstRun[stroke + 1]; run++) {
      int last = Math.min(corner + Packed.RUN, end);
      double away = toMiddle(run);
      double radius = packed.runs.radiusMetres[run];
      if (away - radius > Math.max(0, Math.min(limitMetres, most))) {
        // From outside of the ball the run turns the eye as a straight line does.
        corner = last;
        double east = east(corner);
        double north = north(corner);
        if (winding) {
          turns += turn(fromEast, fromNorth, east, north);
        }
        fromEast = east;
        fromNorth = north;
        continue;
      }
      double far = away + radius;
      while (corner < last) {
        corner++;
        double east = east(corner);
        double north = north(corner);
        if (winding) {
          turns += turn(fromEast, fromNorth, east, north);
        }
        edge(fromEast, fromNorth, east, north, far);
        fromEast = east;
        fromNorth = north;
      }
    }
    return turns;
  }

  private void edge(double fromEast, double fromNorth, double east, double north, double far) {
    double alongEast = east - fromEast;
    double alongNorth = north - fromNorth;
    double length = alongEast * alongEast + alongNorth * alongNorth;
    double off = ROUNDING_METRES + Horizon.bend(far, length);
    double squared = squaredMetres(fromEast, fromNorth, alongEast, alongNorth, length);
    double kept = most + off;
    if (squared <= kept * kept) {
      double metres = Math.sqrt(squared);
      least = Math.min(least, metres - off);
      most = Math.min(most, metres + off);
    }
  }

  private static double squaredMetres(
      double east, double north, double alongEast, double alongNorth, double length) {
    double part = -(east * alongEast + north * alongNorth);
    if (part > 0) {
      double clamped = part >= length ? 1 : part / length;
      double footEast = east + clamped * alongEast;
      double footNorth = north + clamped * alongNorth;
      return footEast * footEast + footNorth * footNorth;
    }
    return east * east + north * north;
  }

  /** Crossings of the way that runs straight east from here: 1 northwards, -1 southwards. */
  private static int turn(double fromEast, double fromNorth, double east, double north) {
    if (fromNorth <= 0 == north <= 0) {
      return 0;
    }
    double side = fromEast * north - fromNorth * east;
    if (north > 0) {
      return side > 0 ? 1 : 0;
    }
    return side < 0 ? -1 : 0;
  }

  /** On the plane to the middle of the ball round a run. */
  private double toMiddle(int run) {
    double dx = packed.runs.x(run) - aboutX;
    double dy = packed.runs.y(run) - aboutY;
    double dz = packed.runs.z(run) - aboutZ;
    double east = horizon.east(dx, dy);
    double north = horizon.north(dx, dy, dz);
    return Math.sqrt(east * east + north * north);
  }

  private double east(int corner) {
    return horizon.east(
        packed.corners[3 * corner] / Packed.UNITS_A_METRE - aboutX,
        packed.corners[3 * corner + 1] / Packed.UNITS_A_METRE - aboutY);
  }

  private double north(int corner) {
    return horizon.north(
        packed.corners[3 * corner] / Packed.UNITS_A_METRE - aboutX,
        packed.corners[3 * corner + 1] / Packed.UNITS_A_METRE - aboutY,
        packed.corners[3 * corner + 2] / Packed.UNITS_A_METRE - aboutZ);
  }

  /** Measures along geodesics what may be the nearest of a footprint. */
  Nearest settle(int item, Span span) {
    return switch (span) {
      case Span.Measured(Nearest nearest) -> nearest;
      case Span.Between _ -> packed.footprints.get(item).nearest(position);
      case Span.OnPlane onPlane -> onPlane(item, onPlane.mostOnPlane());
    };
  }

  private Nearest onPlane(int item, double mostMetres) {
    Nearest nearest = new Nearest(Double.POSITIVE_INFINITY, position);
    for (int number = packed.firstStroke[item]; number < packed.firstStroke[item + 1]; number++) {
      Stroke stroke = packed.strokes.get(number);
      int first = packed.firstCorner[number];
      int shared = stroke.role() == Role.PLACES ? 0 : 1;
      for (int run = 0; run < stroke.runs(); run++) {
        double away = toMiddle(packed.firstRun[number] + run);
        double radius = packed.runs.radiusMetres[packed.firstRun[number] + run];
        if (away - radius <= mostMetres) {
          int from = run * Packed.RUN;
          int to = Math.min(from + Packed.RUN, stroke.packedCorners() - shared);
          for (int corner = from; corner < to; corner++) {
            nearest = nearer(nearest, stroke, first, corner, mostMetres, away + radius);
          }
        }
      }
    }
    return nearest;
  }

  private Nearest nearer(
      Nearest nearest, Stroke stroke, int first, int corner, double mostMetres, double far) {
    double east = east(first + corner);
    double north = north(first + corner);
    if (stroke.role() == Role.PLACES) {
      Position place = stroke.corner(corner);
      return Math.hypot(east, north) - ROUNDING_METRES <= mostMetres
          ? nearest.or(new Nearest(Geodesics.distanceMetres(position, place), place))
          : nearest;
    }
    double alongEast = east(first + corner + 1) - east;
    double alongNorth = north(first + corner + 1) - north;
    double length = alongEast * alongEast + alongNorth * alongNorth;
    double off = ROUNDING_METRES + Horizon.bend(far, length);
    double squared = squaredMetres(east, north, alongEast, alongNorth, length);
    return Math.sqrt(squared) - off <= mostMetres
        ? nearest.or(
            new Segment(stroke.corner(corner), stroke.corner(corner + 1)).nearest(position))
        : nearest;
  }
}
