package org.fenceline.core.land.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.fenceline.core.entry.Caution;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Accident;
import org.fenceline.core.entry.body.AreaOfConcern;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.CorrectiveAction;
import org.fenceline.core.entry.body.DeviceFound;
import org.fenceline.core.entry.body.FindDecision;
import org.fenceline.core.entry.body.FindReport;
import org.fenceline.core.entry.body.HazardousArea;
import org.fenceline.core.entry.body.LandRelease;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.body.QualityInspection;
import org.fenceline.core.entry.body.Settings;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.land.check.SafetyMap.AreaNamed;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Overlay;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Ring;
import org.fenceline.core.land.geodesy.RingFlaw;
import org.fenceline.core.land.geodesy.RingFlaws;
import org.fenceline.core.land.place.Places;

/**
 * Turns threads of entries into a map: of every record the versions that count for safety.
 *
 * <p>A release cuts ground out of a hazard when it is of that very area and not surely older, or
 * surely not older than the hazard. It covers a device or accident only when it is surely later.
 */
public final class LandFacts {
  private final List<Danger> dangers = new ArrayList<>();
  private final List<SurveyedGround> grounds = new ArrayList<>();
  private final List<AreaNamed> concerns = new ArrayList<>();
  private final Map<Name, List<QualityInspection>> inspections = new HashMap<>();
  private final Set<Name> mended = new HashSet<>();
  private final Set<Name> decided = new HashSet<>();
  private final List<Logged> settings = new ArrayList<>();
  private final Set<Logged> settled = new HashSet<>();
  private final List<Danger> closed = new ArrayList<>();
  private final Map<Logged, List<Logged>> agreeing = new HashMap<>();
  private int withoutPlace;

  private LandFacts() {}

  /**
   * A map of what is known.
   *
   * @param map the map
   * @param withoutPlace how many records of dangers have no location, and so are on no map
   */
  public record Known(SafetyMap map, int withoutPlace) {}

  /**
   * Folds threads.
   *
   * @param threads entries of land and settings, those together that reach one another
   * @param isProven whether a signature proves who recorded an entry
   * @param home whose settings hold
   */
  public static Known of(List<List<Logged>> threads, Predicate<Logged> isProven, Origin home) {
    LandFacts facts = new LandFacts();
    threads.forEach(thread -> facts.take(Caution.of(thread, isProven), home));
    List<SurveyedGround> surveyed = facts.doubted(facts.grounds);
    Grounds cutting = new Grounds(surveyed);
    List<Danger> open =
        facts.dangers.stream()
            .filter(danger -> !facts.isDecided(danger))
            .map(danger -> remaining(danger, cutting))
            .flatMap(Optional::stream)
            .toList();
    return new Known(
        new SafetyMap(open, surveyed, facts.concerns, facts.marginMetres()), facts.withoutPlace);
  }

  /**
   * Folds threads for the public. A hazard is shown as it is once a second proven person said that
   * it may be; a minefield never is. Ground counts as released when all that is recorded of its
   * release may be read by everybody, so that no restricted record shapes what the public sees.
   *
   * @param threads as for {@link #of}
   * @param isReadable whether everybody may read an entry
   */
  public static PublicFacts forPublic(
      List<List<Logged>> threads,
      Predicate<Logged> isProven,
      Origin home,
      Predicate<Logged> isReadable) {
    LandFacts facts = new LandFacts();
    threads.forEach(thread -> facts.take(Caution.of(thread, isProven), home));
    List<SurveyedGround> released = facts.releasedForPublic(isReadable);
    Grounds cutting = new Grounds(released);
    List<Danger> open = new ArrayList<>();
    List<PublicFacts.Concealed> concealed = new ArrayList<>();
    for (Danger danger : facts.dangers) {
      Optional<Danger> left =
          facts.isDecided(danger) ? Optional.empty() : remaining(danger, cutting);
      if (facts.isPublic(danger) && isReadable.test(danger.entry())) {
        left.ifPresent(open::add);
      } else if (!facts.isDecided(danger)) {
        concealed.add(new PublicFacts.Concealed(danger, left));
      }
    }
    for (Danger danger : facts.closed) {
      if (!(facts.isPublic(danger) && isReadable.test(danger.entry()))) {
        concealed.add(new PublicFacts.Concealed(danger, Optional.empty()));
      }
    }
    return new PublicFacts(concealed, open, released, facts.marginMetres());
  }

  /**
   * Public releases. Where restricted ground about which there is doubt touches one, there is doubt
   * about all of it: else the public would be told better of a point than the records say, and
   * point by point would learn where that ground ends.
   */
  private List<SurveyedGround> releasedForPublic(Predicate<Logged> isReadable) {
    List<SurveyedGround> all = doubted(grounds);
    List<SurveyedGround> released =
        all.stream()
            .filter(ground ->
                agreeing.getOrDefault(ground.entry(), List.of()).stream().allMatch(isReadable))
            .toList();
    Set<SurveyedGround> shown = new HashSet<>(released);
    Grounds found = new Grounds(released);
    Map<SurveyedGround, List<Doubt>> more = new HashMap<>();
    for (SurveyedGround hidden : all) {
      if (!hidden.doubts().isEmpty() && !shown.contains(hidden)) {
        for (SurveyedGround touched : found.touching(hidden)) {
          more.computeIfAbsent(touched, _ -> new ArrayList<>()).addAll(hidden.doubts());
        }
      }
    }
    return released.stream()
        .map(ground -> ground.doubted(ground.doubts(), more.getOrDefault(ground, List.of())))
        .toList();
  }

  private boolean isPublic(Danger danger) {
    return danger.kind() != Danger.Kind.MINEFIELD && settled.contains(danger.entry());
  }

  private void take(Caution caution, Origin home) {
    for (Logged version : caution.dangers()) {
      boolean isSettled = caution.isSettled(version);
      if (isSettled) {
        settled.add(version);
      }
      switch (version.body()) {
        case MinefieldRecord field -> danger(Danger.Kind.MINEFIELD, field.field(), version);
        case HazardousArea area -> {
          // What is recorded as closed is closed only once a second person said so too.
          if (isOpen(area.status()) || !isSettled) {
            danger(Danger.Kind.HAZARDOUS_AREA, area.area(), version);
          } else {
            closed.add(danger(Danger.Kind.HAZARDOUS_AREA, area.area().text(), version));
          }
        }
        case DeviceFound device -> danger(Danger.Kind.DEVICE, device.device(), version);
        case Accident accident -> danger(Danger.Kind.ACCIDENT, accident.accident(), version);
        case FindReport report -> danger(Danger.Kind.FIND_REPORT, report.report(), version);
        case AreaOfConcern area ->
            concerns.add(new AreaNamed(area.area().text(), Places.footprint(area.place())));
        case QualityInspection inspection ->
            inspections.computeIfAbsent(inspection.area(), _ -> new ArrayList<>()).add(inspection);
        case CorrectiveAction action when isSettled -> mended.add(action.nonconformity());
        case FindDecision decision when isSettled -> decided.add(decision.report());
        case Settings _ when version.entry().recordedBy().origin().equals(home) -> {
          settings.add(version);
        }
        default -> {
          // Nothing else bears on whether ground is dangerous.
        }
      }
    }
    release(caution);
  }

  private static boolean isOpen(HazardousArea.Status status) {
    return status == HazardousArea.Status.OPEN || status == HazardousArea.Status.SUSPENDED;
  }

  private void danger(Danger.Kind kind, Name name, Logged version) {
    Danger danger = danger(kind, name.text(), version);
    if (danger.footprint().isNowhere()) {
      withoutPlace++;
    }
    dangers.add(danger);
  }

  private static Danger danger(Danger.Kind kind, String name, Logged version) {
    return new Danger(
        kind, name, version, Places.of(version.body()), Places.accuracyMetres(version.body()));
  }

  private void release(Caution caution) {
    List<Logged> versions =
        caution.grounds().stream().filter(entry -> entry.body() instanceof LandRelease).toList();
    if (versions.isEmpty()) {
      return;
    }
    Logged accepted = versions.stream().filter(caution::isSettled).toList().getLast();
    agreeing.put(accepted, versions);
    LandRelease release = (LandRelease) accepted.body();
    for (LandRelease.Part part : release.parts()) {
      List<Perimeter> agreed = sound(part);
      double accuracy = accuracyMetres(part);
      for (Logged other : versions) {
        if (!other.ref().equals(accepted.ref()) && other.body() instanceof LandRelease waiting) {
          agreed =
              Overlay.intersection(
                  agreed, waiting.parts().stream().flatMap(p -> sound(p).stream()).toList());
          accuracy =
              Math.max(
                  accuracy,
                  waiting.parts().stream().mapToDouble(LandFacts::accuracyMetres).max().orElse(0));
        }
      }
      if (!agreed.isEmpty()) {
        grounds.add(new SurveyedGround(accepted, release, part, agreed, accuracy, List.of()));
      }
    }
  }

  private static double accuracyMetres(LandRelease.Part part) {
    return part.accuracyMetres().map(Number::doubleValue).orElse(0.0);
  }

  /** What crosses itself has no inside that everybody agrees on, and makes nothing safer. */
  private static List<Perimeter> sound(LandRelease.Part part) {
    return Places.areas(part).stream()
        .filter(area -> isSound(area.outer()) && area.holes().stream().allMatch(LandFacts::isSound))
        .toList();
  }

  private static boolean isSound(Ring ring) {
    return RingFlaws.of(ring).stream()
        .allMatch(flaw ->
            flaw instanceof RingFlaw.Open
                || flaw instanceof RingFlaw.LongStep
                || flaw instanceof RingFlaw.RepeatedCorner);
  }

  private boolean isDecided(Danger danger) {
    return danger.kind() == Danger.Kind.FIND_REPORT && decided.contains(new Name(danger.name()));
  }

  /** Releases, and what came up about each since. */
  private List<SurveyedGround> doubted(List<SurveyedGround> released) {
    Grounds found = new Grounds(released);
    Map<SurveyedGround, List<Doubt>> doubts = new HashMap<>();
    for (Danger danger : dangers) {
      if (danger.kind() == Danger.Kind.DEVICE || danger.kind() == Danger.Kind.ACCIDENT) {
        Doubt doubt =
            new Doubt(
                danger.kind() == Danger.Kind.DEVICE ? Doubt.Kind.DEVICE : Doubt.Kind.ACCIDENT,
                danger.name());
        for (SurveyedGround ground : groundOf(danger, found)) {
          if (!danger.entry().on().latestDay().isBefore(ground.entry().on().earliestDay())) {
            doubts.computeIfAbsent(ground, _ -> new ArrayList<>()).add(doubt);
          }
        }
      }
    }
    return released.stream()
        .map(ground -> ground.doubted(doubts.getOrDefault(ground, List.of()), faults(ground)))
        .toList();
  }

  /** Ground in which something happened, or may have. */
  private static Collection<SurveyedGround> groundOf(Danger danger, Grounds released) {
    if (danger.footprint().isNowhere()) {
      Optional<Name> area = areaOf(danger.entry().body());
      return released.all().stream()
          .filter(ground -> area.equals(Optional.of(ground.release().area())))
          .toList();
    }
    Set<SurveyedGround> holding = new LinkedHashSet<>();
    for (Position place : danger.footprint().places()) {
      holding.addAll(released.within(place, danger.accuracyMetres()));
    }
    return holding;
  }

  private List<Doubt> faults(SurveyedGround ground) {
    return inspections.getOrDefault(ground.release().area(), List.of()).stream()
        .flatMap(inspection -> inspection.nonconformities().stream())
        .filter(found -> !mended.contains(found.nonconformity()))
        .map(found -> new Doubt(Doubt.Kind.NONCONFORMITY, found.nonconformity().text()))
        .toList();
  }

  private static Optional<Name> areaOf(Body body) {
    return switch (body) {
      case DeviceFound device -> device.area();
      case Accident accident -> accident.area();
      case MinefieldRecord field -> Optional.of(field.field());
      case HazardousArea area -> Optional.of(area.area());
      default -> Optional.empty();
    };
  }

  /** What is left of a danger after the releases; empty when they cover it. */
  private static Optional<Danger> remaining(Danger danger, Grounds released) {
    Footprint footprint = danger.footprint();
    if (released.all().isEmpty() || footprint.isNowhere()) {
      return Optional.of(danger);
    }
    List<SurveyedGround> cutting =
        released.within(footprint.middle(), footprint.radiusMetres()).stream()
            .filter(ground -> isReleasedBy(danger, ground))
            .toList();
    if (cutting.isEmpty()) {
      return Optional.of(danger);
    }
    List<Position> places =
        footprint.places().stream()
            .filter(place ->
                cutting.stream().noneMatch(g -> g.surelyHolds(place, danger.accuracyMetres())))
            .toList();
    List<Perimeter> areas = footprint.areas();
    double accuracy = danger.accuracyMetres();
    for (SurveyedGround ground : cutting) {
      List<Perimeter> left = Overlay.difference(areas, ground.areas());
      accuracy = Math.max(accuracy, danger.accuracyMetres() + ground.accuracyMetres());
      areas = left;
    }
    Footprint left = new Footprint(areas, footprint.lines(), places);
    return left.isNowhere()
        ? Optional.empty()
        : Optional.of(new Danger(danger.kind(), danger.name(), danger.entry(), left, accuracy));
  }

  private static boolean isReleasedBy(Danger danger, SurveyedGround ground) {
    When since = danger.entry().on();
    When released = ground.entry().on();
    return switch (danger.kind()) {
      case MINEFIELD, HAZARDOUS_AREA -> {
        boolean isOfIt = areaOf(danger.entry().body()).equals(Optional.of(ground.release().area()));
        boolean isSurelyOlder = released.latestDay().isBefore(since.earliestDay());
        boolean isSurelyNotOlder = !released.earliestDay().isBefore(since.latestDay());
        yield isOfIt ? !isSurelyOlder : isSurelyNotOlder;
      }
      case DEVICE, ACCIDENT, FIND_REPORT -> released.earliestDay().isAfter(since.latestDay());
    };
  }

  /** A larger margin counts at once, a smaller one once it is endorsed. */
  private double marginMetres() {
    double margin = Settings.DEFAULTS.checkMarginMetres().orElseThrow().number();
    List<Logged> inOrder =
        settings.stream()
            .sorted(
                Comparator.comparing((Logged entry) -> entry.entry().recordedAt())
                    .thenComparing(Logged::contentHash))
            .toList();
    for (Logged entry : inOrder) {
      if (entry.body() instanceof Settings set && set.checkMarginMetres().isPresent()) {
        double wanted = set.checkMarginMetres().get().number();
        if (wanted >= margin || settled.contains(entry)) {
          margin = wanted;
        }
      }
    }
    return margin;
  }
}
