package org.fenceline.core.land.check;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fenceline.core.entry.Entry;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Accident;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.body.DeviceCategory;
import org.fenceline.core.entry.body.DeviceFound;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.body.HazardousArea;
import org.fenceline.core.entry.body.LandRelease;
import org.fenceline.core.entry.body.Voiding;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.EntryId;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Origin;
import org.fenceline.core.entry.value.PersonId;
import org.fenceline.core.entry.value.Tally;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Position;

/** A small country for tests: records in metres east and north of a base point. */
final class Land {
  static final Origin HOME = new Origin("fenceline.example/test/exercise");
  private static final EntryText TEXT = new EntryText(Kinds.ALL);

  private final Position base;
  private final List<Logged> log = new ArrayList<>();
  private final Map<EntryRef, Integer> threadOf = new HashMap<>();
  private final List<List<Logged>> threads = new ArrayList<>();
  private Disclosure disclosure = Disclosure.RESTRICTED;

  Land(Position base) {
    this.base = base;
  }

  Position at(double eastMetres, double northMetres) {
    return Geodesics.arrival(
            base,
            Math.toDegrees(Math.atan2(eastMetres, northMetres)),
            Math.hypot(eastMetres, northMetres))
        .position();
  }

  private String corner(double eastMetres, double northMetres) {
    Position position = at(eastMetres, northMetres);
    return position.longitudeText() + " " + position.latitudeText();
  }

  private String ring(double west, double south, double east, double north) {
    return "("
        + String.join(
            ", ",
            corner(west, south),
            corner(east, south),
            corner(east, north),
            corner(west, north),
            corner(west, south))
        + ")";
  }

  Geometry box(double west, double south, double east, double north) {
    return Geometry.parse("POLYGON (" + ring(west, south, east, north) + ")");
  }

  /** A box with a hole in it. */
  Geometry frame(double west, double south, double east, double north, double width) {
    return Geometry.parse(
        "POLYGON ("
            + ring(west, south, east, north)
            + ", "
            + ring(west + width, south + width, east - width, north - width)
            + ")");
  }

  Geometry bowTie(double size) {
    return Geometry.parse(
        "POLYGON (("
            + String.join(
                ", ",
                corner(0, 0),
                corner(size, size),
                corner(size, 0),
                corner(0, size),
                corner(0, 0))
            + "))");
  }

  Geometry point(double eastMetres, double northMetres) {
    return Geometry.parse("POINT (" + corner(eastMetres, northMetres) + ")");
  }

  Logged hazard(String name, String day, Geometry place, double accuracyMetres) {
    return hazard(name, day, place, accuracyMetres, HazardousArea.Status.OPEN);
  }

  Logged hazard(
      String name, String day, Geometry place, double accuracy, HazardousArea.Status status) {
    return add("anna", day, hazardBody(name, place, accuracy, status), Optional.empty());
  }

  static HazardousArea hazardBody(
      String name, Geometry place, double accuracyMetres, HazardousArea.Status status) {
    return new HazardousArea(
        new Name(name),
        Optional.empty(),
        HazardousArea.Kind.CHA,
        status,
        Optional.of(place),
        Optional.of(BigDecimal.valueOf(accuracyMetres)),
        List.of(DeviceCategory.AP),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  static LandRelease releaseBody(String name, String area, Geometry place, double accuracyMetres) {
    return new LandRelease(
        new Name(name),
        new Name(area),
        Optional.empty(),
        List.of(
            new LandRelease.Part(
                LandRelease.Kind.CLEARED,
                Optional.of(place),
                Optional.of(BigDecimal.valueOf(accuracyMetres)),
                Optional.empty(),
                Optional.of(new BigDecimal("0.20")),
                Optional.of("manual"))));
  }

  Logged release(String name, String area, String day, Geometry place) {
    return add("anna", day, releaseBody(name, area, place, 0), Optional.empty());
  }

  Logged endorsedRelease(String name, String area, String day, Geometry place) {
    Logged release = release(name, area, day, place);
    endorse(release, "boris");
    return release;
  }

  Logged device(String name, String day, Geometry place, double accuracyMetres) {
    return add(
        "anna",
        day,
        new DeviceFound(
            new Name(name),
            Optional.empty(),
            Optional.of(place),
            Optional.of(BigDecimal.valueOf(accuracyMetres)),
            DeviceCategory.AP,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            DeviceFound.Disposal.DESTROYED_IN_PLACE,
            List.of()),
        Optional.empty());
  }

  Logged accident(String name, String day, Geometry place) {
    return add(
        "anna",
        day,
        new Accident(
            new Name(name),
            Optional.empty(),
            Optional.of(place),
            Optional.empty(),
            DeviceCategory.AP,
            false,
            Optional.of(Tally.NOBODY),
            Optional.of(Tally.NOBODY),
            Optional.empty(),
            List.of()),
        Optional.empty());
  }

  Logged endorse(Logged target, String by) {
    return add(
        by,
        "2026-01-01",
        new Endorsement(target.ref(), Optional.empty()),
        Optional.of(target.ref()));
  }

  Logged voiding(Logged target, String by) {
    return add(by, "2026-01-01", new Voiding("test"), Optional.of(target.ref()));
  }

  Logged correct(Logged target, String by, String day, Body body) {
    return add(by, day, body, Optional.of(target.ref()));
  }

  /** An empty day is an unknown one. */
  Logged add(String by, String day, Body body, Optional<EntryRef> target) {
    Fact fact =
        new Fact(
            new EntryId(new UUID(log.size(), 7)),
            true,
            day.isEmpty() ? new When.Unknown() : When.day(LocalDate.parse(day)),
            Optional.empty(),
            disclosure,
            List.of(),
            body instanceof Endorsement ? Optional.empty() : target,
            body);
    Entry entry =
        Entry.stamped(fact, Instant.ofEpochSecond(log.size()), new PersonId(HOME, new Name(by)));
    Logged logged = new Logged(log.size(), entry, TEXT.contentHash(fact), entry.recordedAt());
    log.add(logged);
    int thread = target.map(ref -> threadOf.getOrDefault(ref, -1)).orElse(-1);
    if (thread < 0) {
      thread = threads.size();
      threads.add(new ArrayList<>());
    }
    threads.get(thread).add(logged);
    threadOf.put(logged.ref(), thread);
    return logged;
  }

  /** Who may read what is recorded from now on. */
  void disclose(Disclosure level) {
    disclosure = level;
  }

  /** What the public may see; everybody may read what is recorded as public. */
  PublicFacts publicFacts() {
    return LandFacts.forPublic(
        threads,
        entry -> !entry.entry().recordedBy().name().text().equals("mallory"),
        HOME,
        entry -> entry.entry().fact().disclosure() == Disclosure.PUBLIC);
  }

  /** Mallory's key is registered with nobody. */
  LandFacts.Known known() {
    return LandFacts.of(
        threads, entry -> !entry.entry().recordedBy().name().text().equals("mallory"), HOME);
  }

  SafetyAnswer check(double eastMetres, double northMetres) {
    return known().map().at(at(eastMetres, northMetres), 0, 0);
  }
}
