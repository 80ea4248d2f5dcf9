package org.fenceline.core.land.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Segment;
import org.fenceline.core.land.place.Places;

/**
 * The fictional country {@code XXA} of exercise registers: everything within 300 km of a line in
 * the open Atlantic. The line has the shape of Poland's eastern border, turned 45 degrees west
 * about the earth's axis, so that every geodesic length and area stays the same and no invented
 * field ever names real ground. It is simplified to 3 km here, which the 300 km do not notice.
 */
public final class ExerciseGround {
  /** The fictional state whose ground it is, in all geography. */
  public static final String COUNTRY = "XXA";

  /** How far from the line exercises may go. */
  public static final double REACH_METRES = 300_000;

  // A degree of a meridian is nowhere longer, nor one of a parallel than this times the cosine of
  // its latitude: both reach 111.694 km at the poles.
  private static final double LONGEST_DEGREE_METRES = 111_800;

  /** By how many degrees of longitude the line was turned. */
  public static final double TURNED_DEGREES = -45;

  private static final List<Position> LINE =
      List.of(
          place(-25.36, 54.46),
          place(-23.55, 54.32),
          place(-22.35, 54.35),
          place(-22.12, 54.41),
          place(-21.99, 54.38),
          place(-21.95, 54.31),
          place(-21.66, 54.25),
          place(-21.51, 54.15),
          place(-21.45, 53.77),
          place(-21.20, 53.27),
          place(-21.08, 53.16),
          place(-21.13, 53.08),
          place(-21.05, 52.96),
          place(-21.06, 52.71),
          place(-21.24, 52.62),
          place(-21.53, 52.55),
          place(-21.82, 52.28),
          place(-21.80, 52.23),
          place(-21.50, 52.18),
          place(-21.35, 52.07),
          place(-21.31, 51.99),
          place(-21.39, 51.92),
          place(-21.37, 51.78),
          place(-21.47, 51.74),
          place(-21.46, 51.60),
          place(-21.30, 51.42),
          place(-21.35, 51.29),
          place(-21.13, 51.15),
          place(-21.03, 50.95),
          place(-20.85, 50.87),
          place(-21.04, 50.79),
          place(-20.93, 50.72),
          place(-20.90, 50.60),
          place(-21.00, 50.41),
          place(-21.29, 50.38),
          place(-21.72, 50.10),
          place(-22.36, 49.53),
          place(-22.25, 49.36),
          place(-22.29, 49.17),
          place(-22.11, 49.09),
          place(-22.11, 49.01),
          place(-22.43, 49.09));

  private static final Footprint BORDER = border();

  private ExerciseGround() {}

  private static Position place(double longitude, double latitude) {
    return Position.ofDegrees(longitude, latitude);
  }

  private static Footprint border() {
    List<Segment> steps = new ArrayList<>();
    for (int i = 1; i < LINE.size(); i++) {
      steps.add(new Segment(LINE.get(i - 1), LINE.get(i)));
    }
    return new Footprint(List.of(), steps, List.of());
  }

  /** The turned line, from north to south. */
  public static List<Position> line() {
    return LINE;
  }

  /** Whether a position lies in the country of exercises. */
  public static boolean contains(Position position) {
    // A degree of latitude is longer than 110 km, and the line lies within these bounds.
    if (position.latitude() < 46 || position.latitude() > 58 || position.longitude() > -15) {
      return false;
    }
    for (Position corner : LINE) {
      if (wayMetres(corner, position) <= REACH_METRES) {
        return true;
      }
    }
    // Many places lie near a corner, which is soon told; the others are held against the line.
    return LINE.stream()
            .anyMatch(corner -> Geodesics.distanceMetres(corner, position) <= REACH_METRES)
        || BORDER.distanceMetres(position) <= REACH_METRES;
  }

  /**
   * Metres of a way from one place to another, first along the parallel and then along the
   * meridian: never less than the shortest, and a hundred times sooner told.
   */
  private static double wayMetres(Position from, Position to) {
    return LONGEST_DEGREE_METRES
        * (Math.abs(from.longitude() - to.longitude()) * Math.cos(Math.toRadians(from.latitude()))
            + Math.abs(from.latitude() - to.latitude()));
  }

  /** Why an entry cannot be an exercise's: one of its places is real ground, or may be. */
  public static Optional<String> objection(Body body) {
    return Places.everyPosition(body).stream()
        .filter(position -> !contains(position))
        .findFirst()
        .map(position ->
            position
                + " lies outside "
                + COUNTRY
                + ", the open sea within 300 km of the exercise line");
  }
}
