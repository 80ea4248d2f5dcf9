package org.fenceline.core.land.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
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
  private final List<Logged> standing = new ArrayList<>();

  private LandBook(LocalDate on) {
    this.on = on;
  }

  /** Folds the entries that stand. */
  public static LandBook of(Collection<Logged> standing, LocalDate on) {
    LandBook book = new LandBook(on);
    standing.stream()
        .filter(entry -> isOfLand(entry.body()))
        .filter(entry -> !isAfter(entry, on))
        .forEach(book.standing::add);
    return book;
  }

  private static boolean isAfter(Logged entry, LocalDate on) {
    LocalDate earliest = entry.on().earliestDay();
    return earliest.isAfter(on);
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
    return List.copyOf(standing);
  }

  /** All entries of a body's type, oldest leaf first. */
  public <T extends Body> List<Recorded<T>> all(Class<T> type) {
    return stream(type).toList();
  }

  private <T extends Body> Stream<Recorded<T>> stream(Class<T> type) {
    return standing.stream()
        .filter(entry -> type.isInstance(entry.body()))
        .map(entry -> new Recorded<>(entry, type.cast(entry.body())));
  }

  public List<Recorded<MinefieldRecord>> fields() {
    return all(MinefieldRecord.class);
  }

  public List<Recorded<HazardousArea>> hazards() {
    return all(HazardousArea.class);
  }

  /** Names of all fields and hazards. */
  public SortedSet<Name> areas() {
    SortedSet<Name> names = new TreeSet<>();
    fields().forEach(field -> names.add(field.body().field()));
    hazards().forEach(hazard -> names.add(hazard.body().area()));
    return names;
  }

  /** The field of a name, the newest record where several stand. */
  public Optional<Recorded<MinefieldRecord>> field(Name name) {
    return stream(MinefieldRecord.class)
        .filter(field -> field.body().field().equals(name))
        .reduce((_, later) -> later);
  }

  /** The hazard of a name, the newest record where several stand. */
  public Optional<Recorded<HazardousArea>> hazard(Name name) {
    return stream(HazardousArea.class)
        .filter(hazard -> hazard.body().area().equals(name))
        .reduce((_, later) -> later);
  }

  /** The entry that describes an area: of a field its record, else of a hazard. */
  public Optional<Logged> described(Name area) {
    Optional<Logged> field = field(area).map(Recorded::entry);
    return field.or(() -> hazard(area).map(Recorded::entry));
  }

  public List<Recorded<LandRelease>> releasesOf(Name area) {
    return stream(LandRelease.class).filter(entry -> entry.body().area().equals(area)).toList();
  }

  public List<Recorded<MarkingInspection>> markingInspectionsOf(Name area) {
    return stream(MarkingInspection.class)
        .filter(entry -> entry.body().area().equals(area))
        .toList();
  }

  public Optional<Recorded<ClearanceTask>> task(Name task) {
    return stream(ClearanceTask.class)
        .filter(entry -> entry.body().task().equals(task))
        .reduce((_, later) -> later);
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
