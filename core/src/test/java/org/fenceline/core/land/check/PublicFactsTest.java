package org.fenceline.core.land.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.HazardousArea;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.value.Disclosure;
import org.fenceline.core.entry.value.Geometry;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.land.geodesy.Position;
import org.fenceline.core.land.grid.PublicAnswer;
import org.fenceline.core.land.grid.PublicLayer;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

/** What of the records reaches the public, and what never does. */
class PublicFactsTest {
  // Amid a cell of the public grid, some 500 m from each of its edges.
  private static final Position BASE = Position.parse("-22.499", "52.005");
  private static final int RUNS = 60;
  private static final int ENTRIES = 8;

  private final Land land = new Land(BASE);

  private PublicAnswer ask(double east, double north) {
    return PublicLayer.of(land.publicFacts()).at(land.at(east, north), 0, 0);
  }

  private int shownCells() {
    return PublicLayer.of(land.publicFacts()).cells().size();
  }

  private void publicRelease(String area, String day, Geometry place) {
    land.disclose(Disclosure.PUBLIC);
    land.endorsedRelease("R", area, day, place);
    land.disclose(Disclosure.RESTRICTED);
  }

  @Test
  void aRestrictedHazardShowsAsItsCell() {
    land.hazard("H", "2026-01-01", land.box(-50, -50, 50, 50), 5);
    assertThat(shownCells()).isEqualTo(1);
    assertThat(ask(0, 0).verdict()).isEqualTo(Verdict.DANGER);
    assertThat(ask(300, -300).verdict()).as("elsewhere in the cell").isEqualTo(Verdict.DANGER);
    assertThat(ask(0, 900).verdict()).as("400 m north of the cell").isEqualTo(Verdict.CAUTION);
    assertThat(ask(0, 1_200).verdict()).isEqualTo(Verdict.NOT_SURVEYED);
    assertThat(ask(0, 0).hazards()).isEmpty();
  }

  @Test
  void aPublicHazardShowsAsItIsOnceASecondPersonSaidSo() {
    land.disclose(Disclosure.PUBLIC);
    Logged hazard = land.hazard("OLD", "2026-01-01", land.box(-50, -50, 50, 50), 5);
    assertThat(shownCells()).as("before").isEqualTo(1);
    land.endorse(hazard, "mallory");
    assertThat(shownCells()).as("endorsed by nobody known").isEqualTo(1);
    land.endorse(hazard, "boris");
    assertThat(shownCells()).as("endorsed").isZero();
    assertThat(ask(104, 0).verdict()).isEqualTo(Verdict.DANGER);
    assertThat(ask(106, 0).verdict()).isEqualTo(Verdict.CAUTION);
    assertThat(ask(106, 0).hazards().getFirst().hazard().name()).isEqualTo("OLD");
  }

  @Test
  void aMinefieldIsNeverPublic() {
    land.disclose(Disclosure.PUBLIC);
    Logged field = land.add("anna", "2026-01-01", minefield(), Optional.empty());
    land.endorse(field, "boris");
    assertThat(land.publicFacts().open()).isEmpty();
    assertThat(shownCells()).isEqualTo(1);
  }

  private MinefieldRecord minefield() {
    return new MinefieldRecord(
        new Name("M"),
        Optional.empty(),
        List.of(),
        Optional.of(land.box(-50, -50, 50, 50)),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  @Test
  void onlyAPublicReleaseOfAllTheCellOpensIt() {
    land.hazard("H", "2026-01-01", land.box(-50, -50, 50, 50), 5);
    land.endorsedRelease("RESTRICTED", "H", "2026-06-01", land.box(-2000, -2000, 2000, 2000));
    assertThat(shownCells()).as("a restricted release").isEqualTo(1);
    assertThat(ask(0, 0).ground()).isEmpty();
    publicRelease("H", "2026-06-01", land.box(-100, -100, 100, 100));
    assertThat(shownCells()).as("a release of the field alone").isEqualTo(1);
    publicRelease("H", "2026-06-02", land.box(-2000, -2000, 2000, 2000));
    assertThat(shownCells()).as("a release of the cell").isZero();
    assertThat(ask(0, 0).verdict()).isEqualTo(Verdict.NO_KNOWN_HAZARD_ON_SURVEYED_LAND);
  }

  @Test
  void whatIsClosedWithoutAPublicReleaseStaysShown() {
    Logged closed =
        land.hazard("H", "2026-01-01", land.box(-50, -50, 50, 50), 5, HazardousArea.Status.CLOSED);
    land.endorse(closed, "boris");
    assertThat(shownCells()).isEqualTo(1);
    publicRelease("OTHER", "2026-06-01", land.box(-2000, -2000, 2000, 2000));
    assertThat(shownCells()).isZero();
  }

  /** Else its geometry could be read from answers, point by point. */
  @Test
  void aRestrictedCorrectionOfAPublicReleaseTakesItAwayWhole() {
    land.disclose(Disclosure.PUBLIC);
    Logged release = land.endorsedRelease("R", "H", "2026-06-01", land.box(-500, -500, 500, 500));
    assertThat(ask(0, 0).verdict()).isEqualTo(Verdict.NO_KNOWN_HAZARD_ON_SURVEYED_LAND);
    land.disclose(Disclosure.RESTRICTED);
    land.correct(
        release,
        "anna",
        "2026-06-01",
        Land.releaseBody("R", "H", land.box(-500, -500, 100, 500), 0));
    assertThat(land.known().map().at(land.at(0, 0), 0, 0).verdict())
        .isEqualTo(Verdict.NO_KNOWN_HAZARD_ON_SURVEYED_LAND);
    assertThat(ask(0, 0).verdict()).isEqualTo(Verdict.NOT_SURVEYED);
  }

  @Test
  void aDeviceFoundSinceCastsDoubtAndClosesItsCell() {
    publicRelease("H", "2026-06-01", land.box(-2000, -2000, 2000, 2000));
    assertThat(ask(0, 0).verdict()).isEqualTo(Verdict.NO_KNOWN_HAZARD_ON_SURVEYED_LAND);
    land.device("D", "2026-07-01", land.point(0, 0), 1);
    assertThat(shownCells()).isEqualTo(1);
    assertThat(ask(0, 0).verdict()).isEqualTo(Verdict.DANGER);
    assertThat(ask(1_800, 1_800).verdict()).isEqualTo(Verdict.CAUTION);
    assertThat(ask(1_800, 1_800).isDoubted()).isTrue();
  }

  @Test
  void doubtAboutRestrictedGroundIsDoubtAboutThePublicReleaseThatItTouches() {
    publicRelease("H", "2026-06-01", land.box(-2000, -2000, 2000, 2000));
    land.disclose(Disclosure.RESTRICTED);
    land.endorsedRelease("R2", "H2", "2026-03-01", land.box(1000, 1000, 6000, 6000));
    land.device("D", "2026-07-01", land.point(5000, 5000), 1);
    assertThat(land.known().map().at(land.at(1500, 1500), 0, 0).verdict())
        .isEqualTo(Verdict.CAUTION);
    assertThat(ask(1500, 1500).verdict()).isEqualTo(Verdict.CAUTION);
    assertThat(ask(-1500, -1500).verdict())
        .as("of the whole release, so that nobody learns where the other begins")
        .isEqualTo(Verdict.CAUTION);
  }

  /** Whatever was recorded, endorsed or not, by whomever, at whichever level. */
  @Test
  void thePublicIsNeverToldThatAPointIsSaferThanTheRecordsSay() {
    Property.check("the public answer is never safer", RUNS, PublicFactsTest::isNeverSafer);
  }

  private static void isNeverSafer(SplittableRandom random) {
    Land land = new Land(BASE);
    List<Logged> records = new ArrayList<>();
    for (int i = 0; i < ENTRIES; i++) {
      land.disclose(random.nextBoolean() ? Disclosure.PUBLIC : Disclosure.RESTRICTED);
      int west = random.nextInt(-3000, 2000);
      int south = random.nextInt(-3000, 2000);
      int size = random.nextInt(50, 3000);
      Geometry box = land.box(west, south, west + size, south + size);
      String day = "2026-0" + random.nextInt(1, 10) + "-01";
      switch (random.nextInt(7)) {
        case 0, 1 -> records.add(land.hazard("H" + random.nextInt(2), day, box, 5));
        case 2 -> records.add(land.device("D", day, land.point(west, south), 5));
        case 3, 4 -> records.add(land.endorsedRelease("R", "H" + random.nextInt(2), day, box));
        case 5 -> {
          if (!records.isEmpty()) {
            land.endorse(records.get(random.nextInt(records.size())), "boris");
          }
        }
        default -> {
          if (!records.isEmpty()) {
            records.add(land.voiding(records.get(random.nextInt(records.size())), "carla"));
          }
        }
      }
    }
    PublicLayer layer = PublicLayer.of(land.publicFacts());
    SafetyMap map = land.known().map();
    for (int i = 0; i < 40; i++) {
      Position point = land.at(random.nextInt(-4000, 4000), random.nextInt(-4000, 4000));
      double off = random.nextBoolean() ? 0 : random.nextDouble(100);
      double margin = random.nextBoolean() ? 0 : random.nextDouble(300);
      SafetyAnswer known = map.at(point, off, margin);
      // Doubt about a release of which the public knows nothing: to them, nobody looked there.
      boolean isDoubtAlone =
          known.reasons().stream().noneMatch(reason -> reason instanceof Reason.DangerNear);
      Verdict told = layer.at(point, off, margin).verdict();
      if (!(isDoubtAlone && told == Verdict.NOT_SURVEYED)) {
        assertThat(told)
            .as(point + ", reasons " + known.reasons())
            .isLessThanOrEqualTo(known.verdict());
      }
    }
  }
}
