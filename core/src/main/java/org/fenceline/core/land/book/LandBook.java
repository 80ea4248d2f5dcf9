package org.fenceline.core.land.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Accident;
import org.fenceline.core.entry.body.Accreditation;
import org.fenceline.core.entry.body.AreaOfConcern;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.ClearanceTask;
import org.fenceline.core.entry.body.CorrectiveAction;
import org.fenceline.core.entry.body.DeviceFound;
import org.fenceline.core.entry.body.FindDecision;
import org.fenceline.core.entry.body.FindReport;
import org.fenceline.core.entry.body.Handover;
import org.fenceline.core.entry.body.HazardousArea;
import org.fenceline.core.entry.body.LandRelease;
import org.fenceline.core.entry.body.MarkingInspection;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.body.QualityInspection;
import org.fenceline.core.entry.body.RiskEducation;
import org.fenceline.core.entry.body.WorkDone;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.land.place.Places;

/**
 * The entries of land that stand as of two times. What happened after the day that is asked about
 * is left out; what may have happened by then, its date not being known well enough, is in.
 */
public final class LandBook {
  private final LocalDate on;
  private final List<Logged> standing;
  private final Map<Class<?>, List<Logged>> byType = new HashMap<>();
  private final Map<Name, Recorded<MinefieldRecord>> fields = new HashMap<>();
  private final Map<Name, Recorded<HazardousArea>> hazards = new HashMap<>();
  private final Map<Name, Recorded<ClearanceTask>> tasks = new HashMap<>();
  private final Map<Name, List<Recorded<LandRelease>>> releases;
  private final Map<Name, List<Recorded<MarkingInspection>>> markingInspections;

  private LandBook(LocalDate on, List<Logged> standing) {
    this.on = on;
    this.standing = List.copyOf(standing);
    standing.forEach(entry ->
        byType.computeIfAbsent(entry.body().getClass(), _ -> new ArrayList<>()).add(entry));
    // Of several of one name the newest record counts.
    fields().forEach(field -> fields.put(field.body().field(), field));
    hazards().forEach(hazard -> hazards.put(hazard.body().area(), hazard));
    all(ClearanceTask.class).forEach(task -> tasks.put(task.body().task(), task));
    releases =
        all(LandRelease.class).stream()
            .collect(Collectors.groupingBy(release -> release.body().area()));
    markingInspections =
        all(MarkingInspection.class).stream()
            .collect(Collectors.groupingBy(inspection -> inspection.body().area()));
  }

  /** Folds the entries that stand. */
  public static LandBook of(Collection<Logged> standing, LocalDate on) {
    return new LandBook(
        on,
        standing.stream()
            .filter(entry -> isOfLand(entry.body()))
            .filter(entry -> !isAfter(entry, on))
            .toList());
  }

  private static boolean isAfter(Logged entry, LocalDate on) {
    return entry.on().earliestDay().isAfter(on);
  }

  private static boolean isOfLand(Body body) {
    return switch (body) {
      case Accident _,
          Accreditation _,
          AreaOfConcern _,
          ClearanceTask _,
          CorrectiveAction _,
          DeviceFound _,
          FindDecision _,
          FindReport _,
          Handover _,
          HazardousArea _,
          LandRelease _,
          MarkingInspection _,
          MinefieldRecord _,
          QualityInspection _,
          RiskEducation _,
          WorkDone _ ->
          true;
      default -> false;
    };
  }

  /** The UTC day at whose end is looked. */
  public LocalDate on() {
    return on;
  }

  /** All entries of land, oldest leaf first. */
  public List<Logged> entries() {
    return standing;
  }

  /** All entries of a body's type, oldest leaf first. */
  public <T extends Body> List<Recorded<T>> all(Class<T> type) {
    return byType.getOrDefault(type, List.of()).stream()
        .map(entry -> new Recorded<>(entry, type.cast(entry.body())))
        .toList();
  }

  public List<Recorded<MinefieldRecord>> fields() {
    return all(MinefieldRecord.class);
  }

  public List<Recorded<HazardousArea>> hazards() {
    return all(HazardousArea.class);
  }

  /** Names of all fields and hazards. */
  public SortedSet<Name> areas() {
    SortedSet<Name> names = new TreeSet<>(fields.keySet());
    names.addAll(hazards.keySet());
    return names;
  }

  /** The field of a name, the newest record where several stand. */
  public Optional<Recorded<MinefieldRecord>> field(Name name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** The hazard of a name, the newest record where several stand. */
  public Optional<Recorded<HazardousArea>> hazard(Name name) {
    return Optional.ofNullable(hazards.get(name));
  }

  /** The entry that describes an area: of a field its record, else of a hazard. */
  public Optional<Logged> described(Name area) {
    Optional<Logged> field = field(area).map(Recorded::entry);
    return field.or(() -> hazard(area).map(Recorded::entry));
  }

  public List<Recorded<LandRelease>> releasesOf(Name area) {
    return releases.getOrDefault(area, List.of());
  }

  public List<Recorded<MarkingInspection>> markingInspectionsOf(Name area) {
    return markingInspections.getOrDefault(area, List.of());
  }

  public Optional<Recorded<ClearanceTask>> task(Name task) {
    return Optional.ofNullable(tasks.get(task));
  }

  /** Numbers of the find reports at which the desk has looked. */
  public Set<Name> decidedReports() {
    return all(FindDecision.class).stream()
        .map(decision -> decision.body().report())
        .collect(Collectors.toSet());
  }

  /** What is left of an area. */
  public AreaBalance balanceOf(Name area) {
    Optional<Logged> described = described(area);
    return AreaBalance.of(
        area,
        described.map(Logged::body).flatMap(LandBook::statedSquareMetres),
        described.map(entry -> Places.of(entry.body()).areas()).orElse(List.of()),
        releasesOf(area).stream().map(Recorded::body).toList());
  }

  private static Optional<Double> statedSquareMetres(Body body) {
    return switch (body) {
      case MinefieldRecord field -> field.statedAreaSquareMetres().map(Number::doubleValue);
      case HazardousArea hazard -> hazard.statedAreaSquareMetres().map(Number::doubleValue);
      default -> Optional.empty();
    };
  }
}
