package org.fenceline.core.land.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.CorrectiveAction;
import org.fenceline.core.entry.body.FindDecision;
import org.fenceline.core.entry.body.FindReport;
import org.fenceline.core.entry.body.HazardousArea;
import org.fenceline.core.entry.body.QualityInspection;
import org.fenceline.core.entry.body.Settings;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** May I walk here? Tricky places, and what must never happen. */
class SafetyMapTest {
  private static final Position BASE = Position.parse("-22.5", "52.0");
  private static final Position ANTIMERIDIAN = Position.parse("179.9995", "10.0");
  private static final int RUNS = 60;
  private static final int ENTRIES = 10;

  private static Arguments at(
      String where, double east, double north, Verdict verdict, Consumer<Land> records) {
    return Arguments.of(where, BASE, east, north, verdict, records);
  }

  private static Arguments over180(
      String where, double east, double north, Verdict verdict, Consumer<Land> records) {
    return Arguments.of(where, ANTIMERIDIAN, east, north, verdict, records);
  }

  static Stream<Arguments> places() {
    Consumer<Land> field = land -> land.hazard("H", "2026-01-01", land.box(0, 0, 200, 200), 0);
    Consumer<Land> frame =
        land -> land.hazard("H", "2026-01-01", land.frame(0, 0, 3000, 3000, 100), 0);
    Consumer<Land> two =
        land -> {
          land.hazard("W", "2026-01-01", land.box(-300, 0, -49, 200), 0);
          land.hazard("E", "2026-01-01", land.box(49, 0, 300, 200), 0);
        };
    Consumer<Land> halfReleased =
        land -> {
          land.hazard("H", "2026-01-01", land.box(0, 0, 400, 200), 0);
          land.endorsedRelease("R", "H", "2026-06-01", land.box(0, 0, 200, 200));
        };
    Consumer<Land> unendorsed =
        land -> {
          land.hazard("H", "2026-01-01", land.box(0, 0, 200, 200), 0);
          land.release("R", "H", "2026-06-01", land.box(0, 0, 200, 200));
        };
    Consumer<Land> released =
        land -> {
          land.hazard("H", "2026-01-01", land.box(0, 0, 2000, 2000), 0);
          land.endorsedRelease("R", "H", "2026-06-01", land.box(0, 0, 2000, 2000));
        };
    Consumer<Land> deviceLater =
        released.andThen(land -> land.device("D", "2026-07-01", land.point(1000, 1000), 0));
    Consumer<Land> deviceEarlier =
        released.andThen(land -> land.device("D", "2026-05-01", land.point(1000, 1000), 0));
    Consumer<Land> deviceSomeDay =
        released.andThen(land -> land.device("D", "", land.point(1000, 1000), 0));
    Consumer<Land> across180 =
        land -> land.hazard("H", "2026-01-01", land.box(-200, 0, 300, 200), 0);
    return Stream.of(
        at("nothing is recorded", 0, 0, Verdict.NOT_SURVEYED, _ -> {}),
        at("inside a field", 100, 100, Verdict.DANGER, field),
        at("on its edge", 0, 100, Verdict.DANGER, field),
        at("on its corner", 200, 200, Verdict.DANGER, field),
        at("just within the margin", -49.9, 100, Verdict.DANGER, field),
        at("just beyond the margin", -50.1, 100, Verdict.CAUTION, field),
        at("just within 500 m", -499.9, 100, Verdict.CAUTION, field),
        at("just beyond 500 m", -500.1, 100, Verdict.NOT_SURVEYED, field),
        at("in a hole, near its rim", 140, 1500, Verdict.DANGER, frame),
        at("in a hole, far from its rim", 1500, 1500, Verdict.NOT_SURVEYED, frame),
        at("between two fields less than two margins apart", 0, 100, Verdict.DANGER, two),
        at("released, but beside what is not", 170, 100, Verdict.DANGER, halfReleased),
        at("released, farther from what is not", 100, 100, Verdict.CAUTION, halfReleased),
        at("a release that nobody endorsed", 100, 100, Verdict.DANGER, unendorsed),
        at(
            "deep in an endorsed release",
            700,
            700,
            Verdict.NO_KNOWN_HAZARD_ON_SURVEYED_LAND,
            released),
        at("just outside the release", -1, 700, Verdict.NOT_SURVEYED, released),
        at("where a device was found since", 1000, 1040, Verdict.DANGER, deviceLater),
        at("elsewhere in that release", 100, 100, Verdict.CAUTION, deviceLater),
        at(
            "where one was found before the release",
            1000,
            1000,
            Verdict.NO_KNOWN_HAZARD_ON_SURVEYED_LAND,
            deviceEarlier),
        at("where one was found, nobody knows when", 1000, 1000, Verdict.DANGER, deviceSomeDay),
        over180("across 180 degrees, east of it", 250, 100, Verdict.DANGER, across180),
        over180("across 180 degrees, west of it", -150, 100, Verdict.DANGER, across180),
        over180("across 180 degrees, 400 m west", -600, 100, Verdict.CAUTION, across180),
        over180("across 180 degrees, far east", 5000, 100, Verdict.NOT_SURVEYED, across180));
  }

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource("places")
  void trickyPlacesAreJudged(
      String where,
      Position base,
      double east,
      double north,
      Verdict verdict,
      Consumer<Land> records) {
    Land land = new Land(base);
    records.accept(land);
    SafetyAnswer answer = land.check(east, north);
    assertThat(answer.verdict()).as(where + ": " + answer.reasons()).isEqualTo(verdict);
  }

  @Test
  void theNearestDangersAreNamedWithDistanceAndDirection() {
    Land land = new Land(BASE);
    for (int i = 0; i < 8; i++) {
      land.hazard("H" + i, "2026-01-01", land.box(1000 + 500 * i, 0, 1100 + 500 * i, 100), 0);
    }
    SafetyAnswer answer = land.check(0, 50);
    assertThat(answer.nearest()).hasSize(SafetyMap.NAMED);
    assertThat(answer.nearest().getFirst().danger().name()).isEqualTo("H0");
    assertThat(answer.nearest().getFirst().metres()).isCloseTo(1000, within(0.5));
    assertThat(answer.nearest().getFirst().azimuthDegrees()).isCloseTo(90, within(0.5));
    assertThat(answer.nearest())
        .extracting(near -> near.danger().name())
        .containsExactly("H0", "H1", "H2", "H3", "H4");
  }

  /** Sorted by distance, the unsure one stands behind others that are too far to matter. */
  @Test
  void aDangerWhoseErrorReachesHereCountsBehindNearerOnes() {
    Land land = new Land(BASE);
    for (int i = 0; i < 2 * SafetyMap.NAMED; i++) {
      land.hazard("H" + i, "2026-01-01", land.box(1000 + 10 * i, 0, 1005 + 10 * i, 5), 0);
    }
    land.hazard("UNSURE", "2026-01-01", land.box(4000, 0, 4100, 100), 5000);
    assertThat(land.check(0, 0).verdict()).isEqualTo(Verdict.DANGER);
  }

  @Test
  void errorsOfMeasurementWidenTheMargin() {
    Land land = new Land(BASE);
    land.hazard("H", "2026-01-01", land.box(0, 0, 200, 200), 30);
    assertThat(land.check(-79, 100).verdict()).isEqualTo(Verdict.DANGER);
    assertThat(land.check(-81, 100).verdict()).isEqualTo(Verdict.CAUTION);
    SafetyMap map = land.known().map();
    assertThat(map.at(land.at(-99, 100), 20, 0).verdict()).isEqualTo(Verdict.DANGER);
    assertThat(map.at(land.at(-101, 100), 20, 0).verdict()).isEqualTo(Verdict.CAUTION);
    assertThat(map.at(land.at(-150, 100), 0, 200).verdict()).isEqualTo(Verdict.DANGER);
    assertThat(map.at(land.at(-60, 100), 0, 1).verdict())
        .as("a smaller margin than the authority's does not count")
        .isEqualTo(Verdict.DANGER);
  }

  @Test
  void whoeverMayStandOutsideTheReleaseIsNotOnIt() {
    Land land = new Land(BASE);
    Logged release =
        land.add(
            "anna",
            "2026-06-01",
            Land.releaseBody("R", "H", land.box(0, 0, 500, 500), 10),
            Optional.empty());
    land.endorse(release, "boris");
    SafetyMap map = land.known().map();
    assertThat(map.at(land.at(11, 250), 0, 0).verdict())
        .isEqualTo(Verdict.NO_KNOWN_HAZARD_ON_SURVEYED_LAND);
    assertThat(map.at(land.at(9, 250), 0, 0).verdict()).isEqualTo(Verdict.NOT_SURVEYED);
    assertThat(map.at(land.at(11, 250), 5, 0).verdict()).isEqualTo(Verdict.NOT_SURVEYED);
  }

  @Test
  void aReleaseThatCrossesItselfMakesNothingSafer() {
    Land land = new Land(BASE);
    land.endorsedRelease("R", "H", "2026-06-01", land.bowTie(1000));
    assertThat(land.check(100, 500).verdict()).isEqualTo(Verdict.NOT_SURVEYED);
  }

  @Test
  void aHazardThatCrossesItselfIsDangerousInBothItsLobes() {
    Land land = new Land(BASE);
    land.hazard("H", "2026-01-01", land.bowTie(1000), 0);
    land.endorsedRelease("R", "H", "2026-06-01", land.box(0, 0, 400, 400));
    assertThat(land.check(900, 500).verdict()).isEqualTo(Verdict.DANGER);
    assertThat(land.check(100, 500).verdict()).isEqualTo(Verdict.DANGER);
  }

  @Test
  void aReleaseOlderThanAHazardOfAnotherNameDoesNotCoverIt() {
    Land land = new Land(BASE);
    land.endorsedRelease("R", "OLD", "2020-06-01", land.box(0, 0, 500, 500));
    land.hazard("NEW", "2026-01-01", land.box(100, 100, 300, 300), 0);
    assertThat(land.check(200, 200).verdict()).isEqualTo(Verdict.DANGER);
  }

  @Test
  void anAreaThatIsMerelyRecordedAsClosedIsDangerousUntilThatIsEndorsed() {
    Land land = new Land(BASE);
    Logged lifted =
        land.hazard(
            "LIFTED", "2026-01-01", land.box(0, 0, 200, 200), 0, HazardousArea.Status.CLOSED);
    assertThat(land.check(100, 100).verdict()).isEqualTo(Verdict.DANGER);
    land.endorse(lifted, "boris");
    assertThat(land.check(100, 100).verdict())
        .as("closed, but nobody released the ground")
        .isEqualTo(Verdict.NOT_SURVEYED);
  }

  @Test
  void anOpenNonconformityCastsDoubtUntilItsMendingIsEndorsed() {
    Land land = new Land(BASE);
    land.endorsedRelease("R", "H", "2026-06-01", land.box(0, 0, 500, 500));
    land.add(
        "boris",
        "2026-06-10",
        new QualityInspection(
            new Name("Q"),
            new Name("T"),
            new Name("H"),
            "inspectorate",
            List.of(
                new QualityInspection.Nonconformity(
                    new Name("N1"),
                    QualityInspection.Severity.MAJOR,
                    "a lane was skipped",
                    LocalDate.of(2026, 7, 1)))),
        Optional.empty());
    assertThat(land.check(250, 250).verdict()).isEqualTo(Verdict.CAUTION);
    Logged mended =
        land.add(
            "anna",
            "2026-06-20",
            new CorrectiveAction(new Name("N1"), "the lane was cleared"),
            Optional.empty());
    assertThat(land.check(250, 250).verdict()).isEqualTo(Verdict.CAUTION);
    land.endorse(mended, "boris");
    assertThat(land.check(250, 250).verdict()).isEqualTo(Verdict.NO_KNOWN_HAZARD_ON_SURVEYED_LAND);
  }

  @Test
  void aReportThatNobodyLookedAtCallsForCaution() {
    Land land = new Land(BASE);
    land.endorsedRelease("R", "H", "2026-06-01", land.box(0, 0, 500, 500));
    land.add(
        "farmer",
        "2026-08-01",
        new FindReport(
            new Name("F1"),
            Optional.of(land.point(250, 250)),
            Optional.empty(),
            Optional.empty(),
            "something green in the furrow",
            List.of()),
        Optional.empty());
    assertThat(land.check(250, 260).verdict()).isEqualTo(Verdict.CAUTION);
    Logged decision =
        land.add(
            "anna",
            "2026-08-02",
            new FindDecision(
                new Name("F1"),
                FindDecision.Outcome.NOTHING_FOUND,
                Optional.empty(),
                Optional.of("a bottle")),
            Optional.empty());
    assertThat(land.check(250, 260).verdict()).isEqualTo(Verdict.CAUTION);
    land.endorse(decision, "boris");
    assertThat(land.check(250, 260).verdict()).isEqualTo(Verdict.NO_KNOWN_HAZARD_ON_SURVEYED_LAND);
  }

  @Test
  void aLargerMarginCountsAtOnceAndASmallerOneOnceEndorsed() {
    Land land = new Land(BASE);
    Logged larger = land.add("anna", "2026-01-01", margin(80), Optional.empty());
    assertThat(land.known().map().marginMetres()).isEqualTo(80);
    Logged smaller = land.add("anna", "2026-01-02", margin(30), Optional.empty());
    assertThat(land.known().map().marginMetres()).isEqualTo(80);
    land.endorse(smaller, "boris");
    assertThat(land.known().map().marginMetres()).isEqualTo(30);
    assertThat(larger.leafIndex()).isZero();
  }

  private static Settings margin(long metres) {
    return new Settings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Count(metres)));
  }

  @Test
  void recordsWithoutAPlaceAreCounted() {
    Land land = new Land(BASE);
    land.add(
        "anna",
        "2026-08-01",
        new FindReport(
            new Name("F1"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("behind the mill"),
            "a box",
            List.of()),
        Optional.empty());
    assertThat(land.known().withoutPlace()).isEqualTo(1);
  }

  @Test
  void aWayIsJudgedByStretchesAndHasItsWorst() {
    Land land = new Land(BASE);
    land.hazard("H", "2026-01-01", land.box(0, 0, 200, 200), 0);
    RouteAnswer way =
        RouteCheck.of(land.known().map(), List.of(land.at(-2000, 100), land.at(2000, 100)), 0, 0);
    assertThat(way.worst()).isEqualTo(Verdict.DANGER);
    assertThat(way.lengthMetres()).isCloseTo(4000, within(1.0));
    assertThat(way.stretches())
        .extracting(RouteAnswer.Stretch::verdict)
        .containsExactly(
            Verdict.NOT_SURVEYED,
            Verdict.CAUTION,
            Verdict.DANGER,
            Verdict.CAUTION,
            Verdict.NOT_SURVEYED);
    RouteAnswer.Stretch danger = way.stretches().get(2);
    assertThat(danger.fromMetres()).isBetween(1950 - 2 * RouteCheck.STEP_METRES, 1950.0);
    assertThat(danger.untilMetres()).isBetween(2250.0, 2250 + 2 * RouteCheck.STEP_METRES);
  }

  @Test
  void aRaisedMarginReachesFarOffTheWay() {
    Land land = new Land(BASE);
    land.hazard("H", "2026-01-01", land.box(0, 4000, 200, 4200), 0);
    List<Position> way = List.of(land.at(-50, 0), land.at(50, 0));
    assertThat(RouteCheck.of(land.known().map(), way, 0, 0).worst())
        .isEqualTo(Verdict.NOT_SURVEYED);
    assertThat(RouteCheck.of(land.known().map(), way, 0, 5000).worst()).isEqualTo(Verdict.DANGER);
  }

  @Test
  void aSmallThingBetweenTwoPointsOfAWayIsNotPassedOver() {
    Property.check(
        "no danger is passed over",
        RUNS,
        random -> {
          Land land = new Land(BASE);
          double east = random.nextInt(-900, 900);
          double north = random.nextInt(-49, 50);
          land.device("D", "2026-01-01", land.point(east, north), 0);
          RouteAnswer way =
              RouteCheck.of(land.known().map(), List.of(land.at(-1000, 0), land.at(1000, 0)), 0, 0);
          assertThat(way.worst()).isEqualTo(Verdict.DANGER);
        });
  }

  @Test
  void everyPointOfAWayIsNoSaferThanItsStretch() {
    Property.check(
        "points of a way",
        RUNS,
        random -> {
          Land land = new Land(BASE);
          for (int i = 0; i < 5; i++) {
            int west = random.nextInt(-2000, 2000);
            int south = random.nextInt(-800, 800);
            land.hazard("H" + i, "2026-01-01", land.box(west, south, west + 90, south + 40), 5);
          }
          land.endorsedRelease("R", "X", "2026-02-01", land.box(-300, -300, 700, 300));
          SafetyMap map = land.known().map();
          RouteAnswer way =
              RouteCheck.of(map, List.of(land.at(-2500, -100), land.at(2500, 100)), 3, 60);
          for (int k = 0; k < 40; k++) {
            double part = random.nextDouble();
            Position point = land.at(-2500 + 5000 * part, -100 + 200 * part);
            Verdict alone = map.at(point, 3, 60).verdict();
            double along = part * way.lengthMetres();
            Verdict said =
                way.stretches().stream()
                    .filter(s -> s.fromMetres() - 1 <= along && along <= s.untilMetres() + 1)
                    .map(RouteAnswer.Stretch::verdict)
                    .reduce(Verdict::or)
                    .orElseThrow();
            assertThat(said).isLessThanOrEqualTo(alone);
          }
        });
  }

  @Test
  void aMapThatIsUpdatedAnswersAsOneMadeAnew() {
    Property.check(
        "an updated map answers as a new one",
        RUNS / 2,
        random -> {
          Land land = new Land(BASE);
          java.util.ArrayList<Logged> records = new java.util.ArrayList<>();
          SafetyMap map = land.known().map();
          for (int i = 0; i < ENTRIES; i++) {
            addSomething(land, records, random);
            SafetyMap fresh = land.known().map();
            map =
                map.updated(
                    fresh.dangers(), fresh.surveyed(), fresh.concerns(), fresh.marginMetres());
            Position point = land.at(random.nextInt(-700, 701), random.nextInt(-700, 701));
            assertThat(map.at(point, 0, 0).verdict()).isEqualTo(fresh.at(point, 0, 0).verdict());
            assertThat(map.at(point, 0, 0).surveyed()).isEqualTo(fresh.at(point, 0, 0).surveyed());
            assertThat(map.at(point, 0, 0).nearest())
                .containsExactlyInAnyOrderElementsOf(fresh.at(point, 0, 0).nearest());
          }
        });
  }

  /** Design rule 6, on the whole check: any unendorsed entry, any point. */
  @Test
  void noUnendorsedEntryEverMakesAPointSafer() {
    Property.check("the check is monotone", RUNS, SafetyMapTest::isMonotone);
  }

  private static void isMonotone(SplittableRandom random) {
    Land land = new Land(BASE);
    java.util.ArrayList<Logged> records = new java.util.ArrayList<>();
    for (int i = 0; i < ENTRIES; i++) {
      List<Position> points =
          Stream.generate(() -> land.at(random.nextInt(-700, 701), random.nextInt(-700, 701)))
              .limit(12)
              .toList();
      List<Verdict> before =
          points.stream().map(point -> land.known().map().at(point, 0, 0).verdict()).toList();
      boolean mayBeSafer = addSomething(land, records, random);
      List<Verdict> after =
          points.stream().map(point -> land.known().map().at(point, 0, 0).verdict()).toList();
      if (!mayBeSafer) {
        for (int k = 0; k < points.size(); k++) {
          assertThat(after.get(k)).isLessThanOrEqualTo(before.get(k));
        }
      }
    }
  }

  private static boolean addSomething(Land land, List<Logged> records, SplittableRandom random) {
    List<String> people = List.of("anna", "boris", "mallory");
    String by = people.get(random.nextInt(people.size()));
    String day = "2026-0" + random.nextInt(1, 10) + "-01";
    int west = random.nextInt(-600, 300);
    int south = random.nextInt(-600, 300);
    var box = land.box(west, south, west + 400, south + 400);
    if (!records.isEmpty() && random.nextInt(3) > 0) {
      Logged target = records.get(random.nextInt(records.size()));
      if (random.nextBoolean()) {
        land.endorse(target, by);
        return true;
      }
      records.add(
          random.nextBoolean()
              ? land.voiding(target, by)
              : land.correct(
                  target,
                  by,
                  day,
                  target.body() instanceof HazardousArea
                      ? Land.hazardBody("H", box, 5, HazardousArea.Status.CLOSED)
                      : Land.releaseBody("R", "H", box, 5)));
      return false;
    }
    records.add(
        random.nextBoolean()
            ? land.hazard("H", day, box, 5)
            : land.add(by, day, Land.releaseBody("R", "H", box, 5), Optional.empty()));
    return false;
  }
}
