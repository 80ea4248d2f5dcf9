package org.fenceline.core.land.nearby;

import org.fenceline.core.land.geodesy.Cartesian;
import org.fenceline.core.land.geodesy.Course;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Horizon;
import org.fenceline.core.land.geodesy.Nearest;
import org.fenceline.core.land.geodesy.Position;

/** Measures packed footprints from one position. */
final class Look {
  /** So near to a line the plane cannot tell on which side of it a position lies. */
  private static final double UNSURE_METRES = 0.002;

  private final Packed packed;
  private final int[] words;
  private final Balls balls;
  private final Position position;
  private final Horizon horizon;
  private final double aboutX;
  private final double aboutY;
  private final double aboutZ;

  // Onto the plane: east of x and y, north of x, y and z.
  private final double eastX;
  private final double eastY;
  private final double northX;
  private final double northY;
  private final double northZ;

  // Of the footprint that is looked at: its anchor on the plane, its strokes, runs and corners.
  private double anchorEast;
  private double anchorNorth;
  private int strokes;
  private int firstRun;
  private int firstCorner;

  // How near some part of it is at least, at most, and in which direction that lies.
  private double least;
  private double most;
  private double footEast;
  private double footNorth;

  Look(Packed packed, Balls balls, Position position, Horizon horizon) {
    this.packed = packed;
    this.words = packed.words;
    this.balls = balls;
    this.position = position;
    this.horizon = horizon;
    Cartesian about = horizon.about();
    this.aboutX = about.x();
    this.aboutY = about.y();
    this.aboutZ = about.z();
    this.eastX = horizon.east(1, 0);
    this.eastY = horizon.east(0, 1);
    this.northX = horizon.north(1, 0, 0);
    this.northY = horizon.north(0, 1, 0);
    this.northZ = horizon.north(0, 0, 1);
  }

  /** Metres to a ball at least. */
  double atLeast(int ball) {
    return balls.atLeast(ball, aboutX, aboutY, aboutZ);
  }

  /** Metres to the middle of a ball. */
  double toMiddle(int ball) {
    return balls.toMiddle(ball, aboutX, aboutY, aboutZ);
  }

  /** How far a footprint is; of one beyond the limit no more than that is told. */
  Span measure(int item, double limitMetres) {
    int start = packed.starts[item];
    if (start < 0) {
      return inFull(item);
    }
    double radius = balls.radiusMetres(item);
    double away = atLeast(item);
    if (away + 2 * radius > Horizon.FARTHEST_METRES) {
      // A way along the ground is longer than that through the earth, by less than a part in 100.
      double toSome = Geodesics.distanceMetres(position, someCorner(item));
      return new Span.Between(Math.max(away, toSome - 2.02 * radius - 1), toSome);
    }
    enter(start);
    boolean inside = look(Math.min(limitMetres, withinMetres()), away == 0);
    if (least <= UNSURE_METRES) {
      return inFull(item);
    }
    return inside ? Span.INSIDE : onPlane();
  }

  private Span onPlane() {
    return new Span.Seen(
        Horizon.atLeast(least), Horizon.atMost(most), footEast, footNorth, (most - least) / 2);
  }

  /** Measures along geodesics what the plane could not tell. */
  Measured settle(int item, Span span) {
    if (span instanceof Span.Seen seen) {
      if (seen.isExact()) {
        return new Measured(seen.metres(), seen.azimuthDegrees());
      }
      if (seen.isOfOnePoint(balls.radiusMetres(item))) {
        Course course = course(horizon.position(seen.east(), seen.north()));
        return new Measured(course.metres(), course.azimuthAtStart());
      }
    }
    Nearest nearest = packed.footprints.get(item).nearest(position);
    return new Measured(nearest.metres(), course(nearest.at()).azimuthAtStart());
  }

  private Course course(Position at) {
    return Geodesics.course(position, at);
  }

  /** How far, and in which direction; 0 from within. */
  record Measured(double metres, double azimuthDegrees) {}

  private Span inFull(int item) {
    double metres = packed.footprints.get(item).distanceMetres(position);
    return metres == 0 ? Span.INSIDE : new Span.Between(metres, metres);
  }

  private Position someCorner(int item) {
    Footprint footprint = packed.footprints.get(item);
    return Stroke.of(footprint).getFirst().corner(0);
  }

  private void enter(int start) {
    double dx = words[start] / Packed.ANCHOR_UNITS - aboutX;
    double dy = words[start + 1] / Packed.ANCHOR_UNITS - aboutY;
    double dz = words[start + 2] / Packed.ANCHOR_UNITS - aboutZ;
    anchorEast = eastX * dx + eastY * dy;
    anchorNorth = northX * dx + northY * dy + northZ * dz;
    strokes = start + Packed.HEAD;
    firstRun = strokes + words[strokes - 1];
    int runs = 0;
    for (int stroke = strokes; stroke < firstRun; stroke++) {
      runs += Packed.runs(Role.of(words[stroke]), Role.corners(words[stroke]));
    }
    firstCorner = firstRun + runs * Packed.BALL;
    least = Double.POSITIVE_INFINITY;
    most = Double.POSITIVE_INFINITY;
  }

  /** Some corner is no farther than the far side of the ball round its run. */
  private double withinMetres() {
    double within = Double.POSITIVE_INFINITY;
    for (int ball = firstRun; ball < firstCorner; ball += Packed.BALL) {
      within = Math.min(within, metres(ball) + Float.intBitsToFloat(words[ball + 3]));
    }
    return within;
  }

  /** Looks at all strokes; whether the position lies inside an area. */
  private boolean look(double limitMetres, boolean winding) {
    boolean inside = false;
    boolean inThisArea = false;
    int run = firstRun;
    int corner = firstCorner;
    for (int stroke = strokes; stroke < firstRun; stroke++) {
      Role role = Role.of(words[stroke]);
      int corners = Role.corners(words[stroke]);
      if (role == Role.PLACES) {
        places(corner, corners);
      } else {
        int turns = edges(run, corner, corners, limitMetres, winding && role != Role.LINE);
        if (role == Role.OUTER) {
          inside |= inThisArea;
          inThisArea = turns != 0;
        } else if (role == Role.HOLE) {
          inThisArea &= turns % 2 == 0;
        }
      }
      run += Packed.runs(role, corners) * Packed.BALL;
      corner += corners * Packed.CORNER;
    }
    return inside || inThisArea;
  }

  private void places(int first, int count) {
    for (int i = 0; i < count; i++) {
      double east = east(first + i * Packed.CORNER);
      double north = north(first + i * Packed.CORNER);
      foot(east, north, east * east + north * north, Packed.ROUNDING_METRES);
    }
  }

  /** Looks at the edges of a stroke that may be near; how often it winds round the position. */
  private int edges(int firstBall, int first, int corners, double limitMetres, boolean winding) {
    int end = first + (corners - 1) * Packed.CORNER;
    int corner = first;
    double fromEast = east(corner);
    double fromNorth = north(corner);
    int turns = 0;
    for (int ball = firstBall; corner < end; ball += Packed.BALL) {
      int last = Math.min(corner + Packed.RUN * Packed.CORNER, end);
      double away = metres(ball);
      double radius = Float.intBitsToFloat(words[ball + 3]);
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
        corner += Packed.CORNER;
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
    double ahead = -(fromEast * alongEast + fromNorth * alongNorth);
    double part = ahead <= 0 ? 0 : ahead >= length ? 1 : ahead / length;
    double nearEast = fromEast + part * alongEast;
    double nearNorth = fromNorth + part * alongNorth;
    foot(
        nearEast,
        nearNorth,
        nearEast * nearEast + nearNorth * nearNorth,
        Packed.ROUNDING_METRES + Horizon.bend(far, length));
  }

  /** Some point of the footprint, seen off by some metres at most. */
  private void foot(double east, double north, double squared, double off) {
    double kept = most + off;
    if (squared < kept * kept) {
      double metres = Math.sqrt(squared);
      least = Math.min(least, metres - off);
      if (metres + off < most) {
        most = metres + off;
        footEast = east;
        footNorth = north;
      }
    }
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

  /** Metres on the plane to a place that is packed here. */
  private double metres(int at) {
    double east = east(at);
    double north = north(at);
    return Math.sqrt(east * east + north * north);
  }

  private double east(int at) {
    return anchorEast + (eastX * words[at] + eastY * words[at + 1]) / Packed.UNITS;
  }

  private double north(int at) {
    return anchorNorth
        + (northX * words[at] + northY * words[at + 1] + northZ * words[at + 2]) / Packed.UNITS;
  }
}
