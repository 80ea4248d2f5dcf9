package org.fenceline.cli.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.Accident;
import org.fenceline.core.entry.body.AreaOfConcern;
import org.fenceline.core.entry.body.DeviceCategory;
import org.fenceline.core.entry.body.DeviceFound;
import org.fenceline.core.entry.body.LandRelease;
import org.fenceline.core.entry.body.LocatedPoint;
import org.fenceline.core.entry.body.Marking;
import org.fenceline.core.entry.body.MarkingInspection;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Quantity;
import org.fenceline.core.entry.value.Tally;
import org.fenceline.core.land.exercise.ExerciseGround;
import org.fenceline.core.land.geodesy.Geodesics;
import org.fenceline.core.land.geodesy.Perimeter;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.geodesy.Ring;

/**
 * Invented land: fields as random polygons in the open sea, near the line that the demo's border
 * was turned into. Random, without rows, spacing or terrain: nothing here is how a field is laid.
 */
final class DemoLand {
  /** How many fields stand on record; the first is cleared again, the second in part. */
  static final int FIELDS = 8;

  private static final double FARTHEST_METRES = 20_000;
  private static final int CORNERS = 7;
  private static final double SMALLEST_METRES = 60;
  static final double WIDEST_METRES = 180;
  static final Marking MARKED =
      new Marking(
          true,
          true,
          true,
          Optional.of(new Count(24)),
          Optional.of(Marking.SignShape.TRIANGLE),
          Optional.of(new Count(280)),
          Optional.of(new Count(200)),
          Optional.of(new Count(45)));

  private final SplittableRandom random;
  private final List<Position> middles = new ArrayList<>();
  private final List<Ring> fields = new ArrayList<>();

  DemoLand(long seed) {
    this.random = new SplittableRandom(seed);
    for (int i = 0; i < FIELDS; i++) {
      middles.add(anywhere());
      fields.add(ring(random, middles.getLast()));
    }
  }

  private Position anywhere() {
    List<Position> line = ExerciseGround.line();
    Position corner = line.get(random.nextInt(line.size()));
    return Geodesics.arrival(corner, random.nextDouble(360), random.nextDouble(FARTHEST_METRES))
        .position();
  }

  /** Corners at growing azimuths, so that it never crosses itself. */
  static Ring ring(SplittableRandom random, Position middle) {
    List<Position> corners = new ArrayList<>();
    for (int i = 0; i < CORNERS; i++) {
      double azimuth = 360.0 * (i + random.nextDouble(0.8)) / CORNERS;
      double metres = random.nextDouble(SMALLEST_METRES, WIDEST_METRES);
      corners.add(rounded(Geodesics.arrival(middle, azimuth, metres).position()));
    }
    return Ring.through(corners);
  }

  static Position rounded(Position position) {
    return Position.ofDegrees(
        BigDecimal.valueOf(position.longitude()).setScale(6, RoundingMode.HALF_EVEN),
        BigDecimal.valueOf(position.latitude()).setScale(6, RoundingMode.HALF_EVEN));
  }

  /** Where its fields are. */
  List<Position> middles() {
    return List.copyOf(middles);
  }

  private Position released() {
    return middle(fields.getFirst());
  }

  /** Fields, the ground about which one must be concerned, and what was seen there since. */
  List<Fact> records() {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        DemoFacts.described(
            "area EX-CONCERN",
            new AreaOfConcern(new Name("EX-CONCERN"), polygon(around(released(), 1_500)))));
    for (int i = 0; i < FIELDS; i++) {
      facts.add(
          DemoFacts.of("field " + name(i), LocalDate.of(2026, 4, 20).plusDays(i), 3, field(i)));
    }
    for (int i = 0; i < FIELDS - 1; i++) {
      facts.add(
          DemoFacts.of(
              "inspection " + name(i), LocalDate.of(2026, 10, 1).plusDays(i), inspection(i)));
    }
    facts.add(DemoFacts.of("accident EX-A1", LocalDate.of(2026, 7, 12), accident()));
    facts.add(DemoFacts.of("device EX-D1", LocalDate.of(2026, 9, 2), device()));
    return facts;
  }

  /** All of the first field, and a piece of the second, given back; each counts once endorsed. */
  List<Fact> releases() {
    Ring second = fields.get(1);
    Ring piece =
        Ring.through(
            List.of(rounded(middles.get(1)), second.corners().get(2), second.corners().get(3)));
    return List.of(release(1, 0, fields.getFirst()), release(2, 1, piece));
  }

  private static Fact release(int number, int field, Ring ring) {
    return DemoFacts.of(
        "release EX-R" + number,
        LocalDate.of(2026, 9, 30),
        new LandRelease(
            new Name("EX-R" + number),
            new Name(name(field)),
            Optional.empty(),
            List.of(
                new LandRelease.Part(
                    LandRelease.Kind.CLEARED,
                    Optional.of(polygon(ring)),
                    Optional.of(BigDecimal.ONE),
                    Optional.of(squareMetres(ring)),
                    Optional.of(new BigDecimal("0.20")),
                    Optional.of("manual")))));
  }

  private static String name(int number) {
    return "EX-F" + (number + 1);
  }

  private MinefieldRecord field(int number) {
    Ring ring = fields.get(number);
    List<LocatedPoint> references =
        List.of(reference("RP1", ring, 0, 400), reference("RP2", ring, 3, 500));
    return new MinefieldRecord(
        new Name(name(number)),
        Optional.of("exercise"),
        references,
        Optional.of(polygon(ring)),
        Optional.of(new BigDecimal("2")),
        Optional.empty(),
        List.of(),
        Optional.of(squareMetres(ring)),
        // What the ledger laid in the first field; the others hold what nobody invented.
        number == 0
            ? List.of(new MinefieldRecord.LaidMines(new Name("EX-L2"), new Quantity(1_500)))
            : List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(MARKED),
        Optional.of("announced by radio the day before"),
        Optional.of("exercise staff"),
        List.of("record office", "depositary"));
  }

  static LocatedPoint reference(String name, Ring ring, int corner, double metres) {
    Position place = rounded(Geodesics.arrival(ring.corners().get(corner), 45, metres).position());
    return new LocatedPoint(
        new Name(name),
        point(place),
        Optional.of(BigDecimal.ONE),
        Optional.empty(),
        Optional.of("buoy"));
  }

  private static MarkingInspection inspection(int number) {
    return new MarkingInspection(
        new Name(name(number)),
        MARKED,
        new Count(number % 3),
        false,
        true,
        Optional.empty(),
        List.of());
  }

  private Accident accident() {
    Count none = new Count(0);
    return new Accident(
        new Name("EX-A1"),
        Optional.of(new Name(name(2))),
        Optional.of(point(fields.get(2).corners().get(1))),
        Optional.of(BigDecimal.TEN),
        DeviceCategory.AP,
        false,
        Optional.of(Tally.NOBODY),
        Optional.of(new Tally(none, new Count(1), none, none, none)),
        Optional.of("fishing"),
        List.of());
  }

  private DeviceFound device() {
    return new DeviceFound(
        new Name("EX-D1"),
        Optional.of(new Name(name(0))),
        Optional.of(point(released())),
        Optional.of(BigDecimal.ONE),
        DeviceCategory.AP,
        Optional.of(new Name("EX-P1")),
        Optional.of("intact"),
        Optional.of(new BigDecimal("0.05")),
        DeviceFound.Disposal.DESTROYED_IN_PLACE,
        List.of());
  }

  private static Position middle(Ring ring) {
    double longitude = ring.corners().stream().mapToDouble(Position::longitude).average().orElse(0);
    double latitude = ring.corners().stream().mapToDouble(Position::latitude).average().orElse(0);
    return rounded(Position.ofDegrees(longitude, latitude));
  }

  private static Ring around(Position middle, double metres) {
    List<Position> corners = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      corners.add(rounded(Geodesics.arrival(middle, 45.0 * i, metres).position()));
    }
    return Ring.through(corners);
  }

  static BigDecimal squareMetres(Ring ring) {
    return BigDecimal.valueOf(Math.round(Perimeter.of(ring).areaSquareMetres()));
  }

  private static Geometry point(Position place) {
    return Geometry.parse("POINT (" + text(place) + ")");
  }

  static Geometry polygon(Ring ring) {
    return Geometry.parse(
        ring.drawn().stream()
            .map(DemoLand::text)
            .collect(Collectors.joining(", ", "POLYGON ((", "))")));
  }

  private static String text(Position place) {
    return place.longitudeText() + " " + place.latitudeText();
  }
}
