package org.fenceline.core.land.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fenceline.core.land.check.SafetyAnswer.Near;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.nearby.NearbyIndex;
import org.fenceline.core.land.nearby.NearbyIndex.Item;

/** Answers for points from what the records say. */
public final class SafetyMap {
  /** Within so many metres of a danger the answer is CAUTION at least. */
  public static final double CAUTION_METRES = 500;

  /** How many dangers an answer names. */
  public static final int NAMED = 5;

  private final NearbyIndex<Danger> dangers;
  private final Grounds grounds;
  private final NearbyIndex<AreaNamed> concerns;
  private final double marginMetres;

  /**
   * An area inside which nothing is safe until it was surveyed.
   *
   * @param name what it is called
   * @param footprint where
   */
  public record AreaNamed(String name, Footprint footprint) {}

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
    this(
        NearbyIndex.of(dangers.stream().map(SafetyMap::item).toList()),
        surveyed,
        concerns,
        marginMetres);
  }

  private SafetyMap(
      NearbyIndex<Danger> dangers,
      List<SurveyedGround> surveyed,
      List<AreaNamed> concerns,
      double marginMetres) {
    this.dangers = dangers;
    this.grounds = new Grounds(surveyed);
    this.concerns =
        NearbyIndex.of(
            concerns.stream().map(concern -> new Item<>(concern, concern.footprint(), 0)).toList());
    this.marginMetres = marginMetres;
  }

  /** The distance that the authority asks to keep from every danger. */
  public double marginMetres() {
    return marginMetres;
  }

  private static Item<Danger> item(Danger danger) {
    return new Item<>(danger, danger.footprint(), danger.accuracyMetres());
  }

  /**
   * The map of what is known now, made from this one: dangers that stayed are not laid out anew.
   *
   * @param now the whole of what is known now, as for the constructor
   */
  public SafetyMap updated(
      List<Danger> now, List<SurveyedGround> surveyed, List<AreaNamed> areas, double margin) {
    Set<Danger> wanted = new HashSet<>(now);
    Set<Danger> kept = new HashSet<>(dangers.things());
    kept.retainAll(wanted);
    List<Item<Danger>> added =
        wanted.stream().filter(danger -> !kept.contains(danger)).map(SafetyMap::item).toList();
    return new SafetyMap(
        dangers.without(danger -> !kept.contains(danger)).with(added), surveyed, areas, margin);
  }

  /** All dangers of the map that have a place, in no order that means anything. */
  public List<Danger> dangers() {
    return dangers.things();
  }

  /** All areas of concern that have a place, in no order that means anything. */
  public List<AreaNamed> concerns() {
    return concerns.things();
  }

  /** All ground that endorsed releases cover. */
  public List<SurveyedGround> surveyed() {
    return grounds.all();
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
    Optional<SurveyedGround> holding = Optional.empty();
    for (SurveyedGround ground : grounds.within(point, accuracyMetres)) {
      for (Doubt doubt : ground.doubts()) {
        reasons.add(new Reason.Doubted(ground, doubt));
        verdict = verdict.or(Verdict.CAUTION);
      }
      if (holding.isEmpty() && ground.surelyHolds(point, accuracyMetres)) {
        holding = Optional.of(ground);
      }
    }
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
    List<Reason> inside =
        concerns.near(point, 0, Footprint.AT_METRES).stream()
            .map(found -> found.thing().name())
            .sorted()
            .<Reason>map(Reason.InAreaOfConcern::new)
            .toList();
    return inside.isEmpty() ? List.of(new Reason.NotReleased()) : inside;
  }

  /** The dangers that matter to the answer, and the nearest ones however far. */
  private List<Near> nearest(Position point, double reachMetres) {
    return dangers.near(point, NAMED, CAUTION_METRES + reachMetres).stream()
        .map(found -> new Near(found.thing(), found.metres(), found.azimuthDegrees()))
        .toList();
  }

  /** Metres to the nearest danger at least, its error taken off; no more than a limit is told. */
  double roomMetres(Position point, double limitMetres) {
    return dangers.roomMetres(point, limitMetres);
  }

  /** Metres to the nearest released ground at least, its error taken off, up to a limit. */
  double groundMetres(Position point, double limitMetres) {
    return grounds.roomMetres(point, limitMetres);
  }
}
