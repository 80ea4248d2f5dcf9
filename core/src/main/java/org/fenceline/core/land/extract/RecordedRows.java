package org.fenceline.core.land.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fenceline.core.entry.Caution;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.Standing;
import org.fenceline.core.entry.body.Accident;
import org.fenceline.core.entry.body.AreaOfConcern;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.ClearanceTask;
import org.fenceline.core.entry.body.DeviceFound;
import org.fenceline.core.entry.body.FindDecision;
import org.fenceline.core.entry.body.FindReport;
import org.fenceline.core.entry.body.HazardousArea;
import org.fenceline.core.entry.body.LandRelease;
import org.fenceline.core.entry.body.LocatedPoint;
import org.fenceline.core.entry.body.Marking;
import org.fenceline.core.entry.body.MarkingInspection;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.body.RiskEducation;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Tally;

/**
 * Rows for those who may read the records themselves: what stands as of two times, and of dangers
 * every version that a safety answer still reckons with ({@link Caution}), so that nobody's
 * unendorsed correction takes a danger off a map.
 *
 * <p>A row is there when what it says may have been so on the day that is asked about; its own date
 * stands in it.
 */
public final class RecordedRows {

  /** The kinds of entries of which rows are made, and what bears on them. */
  public static final Set<String> KINDS =
      Set.of(
          "minefield",
          "hazard",
          "area-of-concern",
          "release",
          "task",
          "device",
          "accident",
          "marking-inspection",
          "find",
          "find-decision",
          "risk-education");

  /**
   * What was made.
   *
   * @param rows the rows
   * @param sealed how many entries were left out because they are sealed
   */
  public record Made(List<Row> rows, int sealed) {
    public Made {
      rows = List.copyOf(rows);
    }
  }

  private final Predicate<Logged> isProven;
  private final AsOf asOf;
  private final Map<EntryRef, Version> versions = new LinkedHashMap<>();
  private final Map<Name, Geometry> placeOf = new HashMap<>();
  private final Map<Name, String> decided = new HashMap<>();
  private final Map<EntryId, EntryRef> first = new HashMap<>();
  private final Set<EntryId> clashing = new HashSet<>();
  private final List<Filling> rows = new ArrayList<>();

  /** An entry that is to be shown, and how it counts. */
  private record Version(Logged entry, boolean isStanding, String endorsement) {}

  private RecordedRows(Predicate<Logged> isProven, AsOf asOf) {
    this.isProven = isProven;
    this.asOf = asOf;
  }

  /**
   * Makes rows.
   *
   * @param threads entries of {@link #KINDS}, those together that reach one another
   * @param isProven whether a signature proves who recorded an entry
   */
  public static Made of(List<List<Logged>> threads, Predicate<Logged> isProven, AsOf asOf) {
    RecordedRows making = new RecordedRows(isProven, asOf);
    threads.forEach(making::take);
    int before = making.versions.size();
    making
        .versions
        .values()
        .removeIf(version -> version.entry().entry().fact().disclosure() == Disclosure.SEALED);
    making.findPlaces();
    making.versions.values().forEach(making::rows);
    return new Made(
        making.rows.stream().map(Filling::row).toList(), before - making.versions.size());
  }

  private void take(List<Logged> thread) {
    List<Logged> known =
        thread.stream()
            .filter(entry -> !entry.knownAt(asOf.clock()).isAfter(asOf.knownAt()))
            .toList();
    Set<Long> standing = standing(known, asOf.basis());
    Set<Long> endorsed = standing(known, AsOf.Basis.ENDORSED);
    Caution caution = Caution.of(known, isProven);
    Set<EntryRef> dangers =
        caution.dangers().stream()
            .filter(entry -> isDanger(entry.body()))
            .map(Logged::ref)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (Logged entry : known) {
      boolean isStanding = standing.contains(entry.leafIndex());
      boolean mayBeSo = !entry.on().earliestDay().isAfter(asOf.on());
      if (mayBeSo && (isStanding || dangers.contains(entry.ref()))) {
        String endorsement =
            caution.isSettled(entry)
                ? "proven"
                : endorsed.contains(entry.leafIndex()) ? "endorsed" : "none";
        if (entry.body() instanceof FindDecision decision) {
          if (caution.isSettled(entry)) {
            decided.put(decision.report(), word(decision.outcome()));
          }
        } else {
          add(new Version(entry, isStanding, endorsement));
        }
      }
    }
  }

  /** What several registers recorded alike is one entry; what stands wins over what waits. */
  private void add(Version version) {
    versions.merge(version.entry().ref(), version, (one, other) -> one.isStanding() ? one : other);
    EntryRef ref = version.entry().ref();
    if (!first.computeIfAbsent(ref.id(), _ -> ref).equals(ref)) {
      clashing.add(ref.id());
    }
  }

  private Set<Long> standing(List<Logged> known, AsOf.Basis basis) {
    return Standing.of(known, basis, asOf.clock()).stream()
        .filter(stretch -> stretch.until().isEmpty())
        .map(Standing.Interval::leafIndex)
        .collect(Collectors.toSet());
  }

  private static boolean isDanger(Body body) {
    return body instanceof MinefieldRecord
        || body instanceof HazardousArea
        || body instanceof AreaOfConcern
        || body instanceof DeviceFound
        || body instanceof Accident
        || body instanceof FindReport;
  }

  /** Where areas are, for what is recorded of an area by its name alone. */
  private void findPlaces() {
    for (Version version : versions.values()) {
      if (version.isStanding()) {
        switch (version.entry().body()) {
          case MinefieldRecord field -> place(field).ifPresent(p -> placeOf.put(field.field(), p));
          case HazardousArea area -> area.place().ifPresent(p -> placeOf.put(area.area(), p));
          case AreaOfConcern area -> placeOf.putIfAbsent(area.area(), area.place());
          default -> {
            // Nothing else is called an area.
          }
        }
      }
    }
  }

  private void rows(Version version) {
    switch (version.entry().body()) {
      case MinefieldRecord field -> field(version, field);
      case HazardousArea area -> hazard(version, area);
      case AreaOfConcern area ->
          row(version, Layer.AREAS_OF_CONCERN, "", Optional.of(area.place()))
              .put("name", area.area());
      case LandRelease release -> release(version, release);
      case ClearanceTask task ->
          row(version, Layer.TASKS, "", Optional.ofNullable(placeOf.get(task.area())))
              .put("name", task.task())
              .put("area", task.area())
              .put("team", task.team())
              .put("from_day", task.from())
              .put("until_day", task.until());
      case DeviceFound device ->
          row(version, Layer.DEVICES, "", device.place())
              .put("name", device.device())
              .put("area", device.area())
              .put("category", word(device.category()))
              .put("model", device.model())
              .put("condition", device.condition())
              .put("disposal", word(device.disposal()))
              .decimal("accuracy_m", device.accuracyMetres())
              .decimal("depth_m", device.depthMetres());
      case Accident accident ->
          row(version, Layer.ACCIDENTS, "", accident.place())
              .put("name", accident.accident())
              .put("area", accident.area())
              .put("category", word(accident.category()))
              .put("activity", accident.activity())
              .decimal("accuracy_m", accident.accuracyMetres())
              .whole("killed", accident.killed().map(Tally::total).map(Count::new))
              .whole("injured", accident.injured().map(Tally::total).map(Count::new))
              .flag("demining", accident.demining());
      case MarkingInspection inspection -> inspection(version, inspection);
      case FindReport report ->
          row(version, Layer.FIND_REPORTS, "", report.place())
              .put("name", report.report())
              .put("place_name", report.placeName())
              .put("text", report.text())
              .put("decided", Optional.ofNullable(decided.get(report.report())))
              .decimal("accuracy_m", report.accuracyMetres());
      case RiskEducation session ->
          row(version, Layer.RISK_EDUCATION, "", session.place())
              .put("name", session.session())
              .put("place_name", session.placeName())
              .put("organisation", session.organisation())
              .put("method", session.method())
              .whole("reached", session.reached().total());
      default -> {
        // Acts in a thread, such as endorsements, are no rows.
      }
    }
  }

  private void field(Version version, MinefieldRecord field) {
    Filling filling =
        row(version, Layer.MINEFIELDS, "", place(field))
            .put("name", field.field())
            .put("sector", field.sector())
            .put("drawn_from", drawnFrom(field))
            .put("laying_method", field.layingMethod().map(RecordedRows::word))
            .put("warning", field.warning())
            .put("recorded_by_unit", field.recordedByUnit())
            .decimal("accuracy_m", field.accuracyMetres())
            .decimal("stated_area_m2", field.statedAreaSquareMetres());
    if (!field.mines().isEmpty()) {
      filling.whole(
          "mines_laid",
          field.mines().stream()
              .mapToLong(laid -> laid.quantity().mines())
              .reduce(0, Math::addExact));
    }
    marking(filling, field.marking());
    points(version, field, "reference", field.referencePoints());
    points(version, field, "turning", field.turningPoints());
  }

  private static Optional<String> drawnFrom(MinefieldRecord field) {
    return field.perimeter().isPresent()
        ? Optional.of("perimeter")
        : field.turningPoints().isEmpty() ? Optional.empty() : Optional.of("turning points");
  }

  /** The ground that a safety answer takes for the field, with the digits as recorded. */
  private static Optional<Geometry> place(MinefieldRecord field) {
    if (field.perimeter().isPresent() || field.turningPoints().isEmpty()) {
      return field.perimeter();
    }
    List<Geometry.Coordinate> corners = new ArrayList<>();
    field.turningPoints().forEach(point -> corners.add(point.place().place()));
    if (corners.size() < 3) {
      return Optional.of(
          Geometry.of(
              Geometry.Type.MULTIPOINT,
              corners.stream().map(corner -> List.of(List.of(corner))).toList()));
    }
    corners.add(corners.getFirst());
    return Optional.of(Geometry.of(Geometry.Type.POLYGON, List.of(List.of(corners))));
  }

  private void points(
      Version version, MinefieldRecord field, String role, List<LocatedPoint> points) {
    int number = 1;
    for (LocatedPoint point : points) {
      row(version, Layer.MINEFIELD_POINTS, "/" + role + "-" + number++, Optional.of(point.place()))
          .put("name", point.name())
          .put("field", field.field())
          .put("role", role)
          .put("as_read", point.asRead())
          .put("description", point.description())
          .decimal("accuracy_m", point.accuracyMetres());
    }
  }

  private void hazard(Version version, HazardousArea area) {
    Filling filling =
        row(version, Layer.HAZARDOUS_AREAS, "", area.place())
            .put("name", area.area())
            .put("title", area.title())
            .put("hazard_kind", word(area.kind()))
            .put("status", word(area.status()))
            .put(
                "categories",
                area.categories().stream()
                    .map(RecordedRows::word)
                    .collect(Collectors.joining(", ")))
            .put("evidence", area.evidence().map(RecordedRows::word))
            .put("evidence_text", area.evidenceText())
            .decimal("accuracy_m", area.accuracyMetres())
            .decimal("stated_area_m2", area.statedAreaSquareMetres());
    marking(filling, area.marking());
  }

  private static void marking(Filling filling, Optional<Marking> marking) {
    marking.ifPresent(marked ->
        filling
            .whole("signs", marked.signs())
            .flag("perimeter_marked", marked.perimeterMarked())
            .flag("fenced", marked.fenced())
            .flag("monitored", marked.monitored()));
  }

  private void release(Version version, LandRelease release) {
    int number = 1;
    for (LandRelease.Part part : release.parts()) {
      row(version, Layer.RELEASES, "/part-" + number, part.place())
          .put("name", release.release())
          .put("area", release.area())
          .put("task", release.task())
          .put("release_kind", word(part.kind()))
          .put("method", part.method())
          .decimal("accuracy_m", part.accuracyMetres())
          .decimal("stated_area_m2", part.statedAreaSquareMetres())
          .decimal("depth_m", part.depthMetres())
          .whole("part", number++);
    }
  }

  private void inspection(Version version, MarkingInspection inspection) {
    row(version, Layer.MARKING_INSPECTIONS, "", Optional.ofNullable(placeOf.get(inspection.area())))
        .put("area", inspection.area())
        .put("note", inspection.note())
        .whole("signs", inspection.found().signs())
        .whole("signs_missing", inspection.signsMissing().number())
        .flag("perimeter_marked", inspection.found().perimeterMarked())
        .flag("fenced", inspection.found().fenced())
        .flag("fence_broken", inspection.fenceBroken())
        .flag("mended", inspection.mended());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Begins a row with what all rows have. */
  private Filling row(Version version, Layer layer, String part, Optional<Geometry> place) {
    Logged entry = version.entry();
    String clash =
        clashing.contains(entry.id()) ? "/" + entry.contentHash().hex().substring(0, 16) : "";
    Filling filling = new Filling(layer, entry.id() + clash + part, place);
    rows.add(filling);
    return filling
        .flag("exercise", entry.entry().fact().exercise())
        .put("on", entry.on())
        .put("entry", entry.id())
        .put("content_hash", entry.contentHash().hex())
        .put("disclosure", word(entry.entry().fact().disclosure()))
        .put("endorsement", version.endorsement())
        .put("counts", version.isStanding() ? "stands" : "until its change is endorsed")
        .put("recorded_at", entry.entry().recordedAt());
  }
}
