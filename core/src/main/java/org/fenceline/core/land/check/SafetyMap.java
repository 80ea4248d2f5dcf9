package org.fenceline.core.land.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.land.check.SafetyAnswer.Near;
import org.fenceline.core.land.geodesy.Course;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Nearest;
import org.fenceline.core.land.geodesy.Position;

/** Answers for points from what the records say. */
public final class SafetyMap {
  /** Within so many metres of a danger the answer is CAUTION at least. */
  public static final double CAUTION_METRES = 500;

  /** How many dangers an answer names. */
  public static final int NAMED = 5;

  private final List<Rounded> dangers;
  private final List<SurveyedGround> surveyed;
  private final List<AreaNamed> concerns;
  private final double marginMetres;

  /**
   * An area inside which nothing is safe until it was surveyed.
   *
   * @param name what it is called
   * @param footprint where
   */
  public record AreaNamed(String name, Footprint footprint) {}

  /** A danger with a circle round it. */
  private record Rounded(Danger danger, Position middle, double radiusMetres) {
    static Rounded of(Danger danger) {
      Position middle = danger.footprint().middle();
      double radius = 0;
      for (Position corner : danger.footprint().corners()) {
        radius = Math.max(radius, Geodesics.distanceMetres(middle, corner));
      }
      return new Rounded(danger, middle, radius);
    }

    /**
     * Metres that it is away at least: an edge never bulges beyond the circle by its own length.
     */
    double atLeast(Position position) {
      return Math.max(0, Geodesics.distanceMetres(middle, position) - 1.01 * radiusMetres - 1);
    }
  }

  /**
   * A map.
   *
   * @param marginMetres the distance that the authority asks to keep from every danger
   */
  public SafetyMap(
      List<Danger> dangers,
      List<SurveyedGround> surveyed,
      List<AreaNamed> concerns,
      double marginMetres) {
    this.dangers =
        dangers.stream()
            .filter(danger -> !danger.footprint().isNowhere())
            .map(Rounded::of)
            .toList();
    this.surveyed = List.copyOf(surveyed);
    this.concerns = List.copyOf(concerns);
    this.marginMetres = marginMetres;
  }

  /** The distance that the authority asks to keep from every danger. */
  public double marginMetres() {
    return marginMetres;
  }

  /** All dangers of the map that have a place. */
  public List<Danger> dangers() {
    return dangers.stream().map(Rounded::danger).toList();
  }

  /** All ground that endorsed releases cover. */
  public List<SurveyedGround> surveyed() {
    return surveyed;
  }

  /**
   * What is said of a point.
   *
   * @param accuracyMetres how far off the point itself may be
   * @param margin the distance to keep; a smaller one than the authority's does not count
   */
  public SafetyAnswer at(Position point, double accuracyMetres, double margin) {
    double kept = Math.max(margin, marginMetres);
    List<Near> nearest = nearest(point, kept + accuracyMetres);
    List<Reason> reasons = new ArrayList<>();
    Verdict verdict = Verdict.NO_KNOWN_HAZARD_ON_SURVEYED_LAND;
    for (Near near : nearest) {
      Verdict one = ofDanger(near, accuracyMetres, kept);
      if (one != Verdict.NO_KNOWN_HAZARD_ON_SURVEYED_LAND) {
        reasons.add(new Reason.DangerNear(near));
      }
      verdict = verdict.or(one);
    }
    for (SurveyedGround ground : surveyed) {
      if (!ground.doubts().isEmpty() && ground.mayHold(point, accuracyMetres)) {
        ground.doubts().forEach(doubt -> reasons.add(new Reason.Doubted(ground, doubt)));
        verdict = verdict.or(Verdict.CAUTION);
      }
    }
    Optional<SurveyedGround> holding =
        surveyed.stream().filter(ground -> ground.surelyHolds(point, accuracyMetres)).findFirst();
    if (holding.isEmpty()) {
      verdict = verdict.or(Verdict.NOT_SURVEYED);
      reasons.addAll(unsurveyed(point));
    }
    return new SafetyAnswer(verdict, reasons, nearest.stream().limit(NAMED).toList(), holding);
  }

  private static Verdict ofDanger(Near near, double accuracyMetres, double margin) {
    double away = near.metres() - accuracyMetres - near.danger().accuracyMetres();
    boolean isConfirmed = near.danger().kind().isConfirmed();
    if (away <= margin) {
      return isConfirmed ? Verdict.DANGER : Verdict.CAUTION;
    }
    return away <= CAUTION_METRES && isConfirmed
        ? Verdict.CAUTION
        : Verdict.NO_KNOWN_HAZARD_ON_SURVEYED_LAND;
  }

  private List<Reason> unsurveyed(Position point) {
    List<Reason> inside = new ArrayList<>();
    for (AreaNamed concern : concerns) {
      if (concern.footprint().contains(point)) {
        inside.add(new Reason.InAreaOfConcern(concern.name()));
      }
    }
    return inside.isEmpty() ? List.of(new Reason.NotReleased()) : inside;
  }

  /** A danger, and metres that it is away at least. */
  private record Bounded(Danger danger, double atLeast) {}

  /** The dangers that matter to the answer, and the nearest ones however far. */
  private List<Near> nearest(Position point, double reachMetres) {
    List<Bounded> byBound =
        dangers.stream()
            .map(danger -> new Bounded(danger.danger(), danger.atLeast(point)))
            .sorted(Comparator.comparingDouble(Bounded::atLeast))
            .toList();
    List<Near> found = new ArrayList<>();
    for (Bounded bounded : byBound) {
      // By its own error each: behind one that is too far to matter stands one that is less sure.
      boolean matters =
          bounded.atLeast() <= CAUTION_METRES + reachMetres + bounded.danger().accuracyMetres();
      boolean isNamed = found.size() < NAMED || bounded.atLeast() <= found.get(NAMED - 1).metres();
      if (matters || isNamed) {
        found.add(near(bounded.danger(), point));
        found.sort(Comparator.comparingDouble(Near::metres));
      }
    }
    return found;
  }

  private static Near near(Danger danger, Position point) {
    Nearest nearest = danger.footprint().nearest(point);
    Course course = Geodesics.course(point, nearest.at());
    double azimuth = nearest.metres() == 0 ? 0 : (course.azimuthAtStart() + 360) % 360;
    return new Near(danger, nearest.metres(), azimuth);
  }

  /** Metres to the nearest danger, its error taken off; infinitely many where there is none. */
  double nearestMetres(Position point) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Rounded danger : dangers) {
      double accuracy = danger.danger().accuracyMetres();
      if (danger.atLeast(point) - accuracy < nearest) {
        nearest = Math.min(nearest, danger.danger().footprint().distanceMetres(point) - accuracy);
      }
    }
    return nearest;
  }

  /**
   * The part of the map that can matter to points near a way, so that each is soon judged.
   *
   * @param reachMetres margin and error of the way, together
   */
  SafetyMap near(List<Position> way, double reachMetres) {
    Position first = way.getFirst();
    double radius = 0;
    for (Position point : way) {
      radius = Math.max(radius, Geodesics.distanceMetres(first, point));
    }
    double around = radius + 2 * CAUTION_METRES + reachMetres;
    List<Danger> kept = new ArrayList<>();
    for (Rounded danger : dangers) {
      if (danger.atLeast(first) <= around + danger.danger().accuracyMetres()) {
        kept.add(danger.danger());
      }
    }
    return new SafetyMap(
        kept,
        surveyed.stream()
            .filter(ground ->
                ground.areas().stream().anyMatch(area -> area.distanceMetres(first) <= around))
            .toList(),
        concerns,
        marginMetres);
  }
}
