package org.fenceline.core.land.check;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.land.check.RouteAnswer.Stretch;
import org.fenceline.core.land.geodesy.Course;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Position;

/**
 * Judges a way step by step. Each point stands for half a step before and behind it and is judged
 * as that much less accurate, so that nothing between two points is ever passed over. Where nothing
 * is near, as long a step is taken as nothing can come near in.
 */
public final class RouteCheck {
  /** Length of a step where something is near. */
  public static final double STEP_METRES = 10;

  /** Longest step: a straight line bends from a geodesic by less than a step within it. */
  private static final double LONGEST_STEP_METRES = 1_000;

  private final SafetyMap map;
  private final double accuracyMetres;
  private final double margin;
  private final List<Stretch> stretches = new ArrayList<>();
  private double walked;

  private RouteCheck(SafetyMap map, double accuracyMetres, double margin) {
    this.map = map;
    this.accuracyMetres = accuracyMetres;
    this.margin = margin;
  }

  /**
   * What is said of a way.
   *
   * @param way its points, joined by geodesics; at least one
   * @param accuracyMetres how far off the points may be
   * @param margin the distance to keep; a smaller one than the authority's does not count
   */
  public static RouteAnswer of(
      SafetyMap map, List<Position> way, double accuracyMetres, double margin) {
    if (way.isEmpty()) {
      throw new IllegalArgumentException("a way has at least one point");
    }
    RouteCheck check = new RouteCheck(map, accuracyMetres, margin);
    for (int i = 1; i < way.size(); i++) {
      check.walk(way.get(i - 1), way.get(i));
    }
    check.judge(way.getLast(), 0, 0);
    Verdict worst =
        check.stretches.stream()
            .map(Stretch::verdict)
            .reduce(Verdict::or)
            .orElse(Verdict.NOT_SURVEYED);
    return new RouteAnswer(worst, check.walked, check.stretches);
  }

  private void walk(Position from, Position to) {
    Course course = Geodesics.course(from, to);
    double done = 0;
    while (done < course.metres()) {
      double left = course.metres() - done;
      Position here = Geodesics.arrival(from, course.azimuthAtStart(), done).position();
      double step = Math.min(left, quietMetres(here));
      Position middle =
          Geodesics.arrival(from, course.azimuthAtStart(), done + step / 2).position();
      judge(middle, step, step / 2);
      done += step;
    }
  }

  /** So many metres ahead nothing comes near enough to change what is said. */
  private double quietMetres(Position here) {
    double reach = Math.max(SafetyMap.CAUTION_METRES, Math.max(margin, map.marginMetres()));
    // The whole step is judged from its middle, as half a step less accurate: a third leaves room.
    double most = 3 * LONGEST_STEP_METRES;
    double toDanger = map.roomMetres(here, most + reach + accuracyMetres) - reach;
    double toGround = map.groundMetres(here, most + accuracyMetres);
    double free = Math.min(toDanger, toGround) - accuracyMetres;
    return Math.clamp(free / 3, STEP_METRES, LONGEST_STEP_METRES);
  }

  private void judge(Position point, double length, double half) {
    SafetyAnswer answer = map.at(point, accuracyMetres + half, margin);
    double until = walked + length;
    if (!stretches.isEmpty() && stretches.getLast().verdict() == answer.verdict()) {
      Stretch last = stretches.removeLast();
      stretches.add(
          new Stretch(last.verdict(), last.fromMetres(), until, last.from(), last.reasons()));
    } else {
      stretches.add(new Stretch(answer.verdict(), walked, until, point, answer.reasons()));
    }
    walked = until;
  }
}
