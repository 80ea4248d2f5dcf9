package org.fenceline.exchange.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.Fact;
import org.fenceline.core.entry.body.Accident;
import org.fenceline.core.entry.body.HazardousArea;
import org.fenceline.core.entry.body.HazardousArea.Status;
import org.fenceline.core.entry.value.When;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real sets come in with the counts and areas that were computed of them by other programs. */
class HazardSetsTest {
  private static final double DEGREES = 0.00001;

  @ParameterizedTest
  @CsvSource({
    // areas: all that were drawn, valid and invalid ones as drawn
    "suspect_areas_simplyfied, 11068, 3097, 810686771.9, 15.736631, 42.569001, 19.200061, 45.230103",
    "cleared_areas_simplyfied, 8329, 113, 40032506.7, 15.748878, 42.563512, 19.200363, 45.226751",
    "lifted_minefields, 925, 0, 0, 15.780277, 42.574559, 19.131628, 45.185003"
  })
  void bosniaKeepsEveryFeatureAndShrinksNone(
      String file, int rows, int withoutShape, double area, double w, double s, double e, double n)
      throws Exception {
    FeatureImport.Imported imported =
        Hazards.imported(Hazards.elsewhere("bosnia-euforbih/" + file + ".geojson"), "bosnia-areas");
    assertThat(imported.facts()).hasSize(rows);
    assertThat(imported.withoutPlace()).isEqualTo(withoutShape);
    assertThat(imported.refused()).isEmpty();
    double drawn = Hazards.areaSquareMetres(imported, _ -> true);
    if (area > 0) {
      assertThat(drawn).isCloseTo(area, withPercentage(0.01));
    }
    Hazards.assertBox(imported, w, s, e, n, DEGREES);
    assertThat(Hazards.areas(imported))
        .extracting(HazardousArea::status)
        .containsOnly(file.startsWith("suspect") ? Status.OPEN : Status.CLOSED);
  }

  @Test
  void bosniasIncidentsComeInWithTheirDuplicates() throws Exception {
    FeatureImport.Imported imported =
        Hazards.imported(
            Hazards.elsewhere("bosnia-euforbih/incidents.geojson"), "bosnia-incidents");
    assertThat(imported.facts()).hasSize(1442);
    Hazards.assertBox(imported, 15.760908, 42.599845, 19.230752, 45.220045, DEGREES);
    // 202 of them equal an earlier one in everything but their count.
    assertThat(imported.facts().stream().filter(HazardSetsTest::isLaterTwin)).hasSize(202);
  }

  private static boolean isLaterTwin(Fact fact) {
    return fact.citations().getFirst().place().contains("#");
  }

  @Test
  void aYearOfColombiaFeedsThreeKindsOfRecords() throws Exception {
    List<Long> counts = new ArrayList<>();
    for (String mapping : List.of("accidents", "devices", "suspected")) {
      FeatureImport.Imported imported =
          Hazards.imported(Hazards.here("colombia-events/1990.json"), "colombia-" + mapping);
      assertThat(imported.rows()).isEqualTo(35);
      assertThat(imported.facts()).allSatisfy(fact -> assertThat(fact.on()).hasToString("1990"));
      counts.add((long) imported.facts().size());
    }
    assertThat(counts.stream().mapToLong(Long::longValue).sum()).isEqualTo(35);
  }

  @Test
  void colombiasThirtyYearsComeInWhole() throws Exception {
    List<Fact> accidents = new ArrayList<>();
    List<Fact> devices = new ArrayList<>();
    List<Fact> suspected = new ArrayList<>();
    for (int year = 1990; year <= 2019; year++) {
      var file = Hazards.elsewhere("colombia-events/" + year + ".json");
      accidents.addAll(Hazards.imported(file, "colombia-accidents").facts());
      devices.addAll(Hazards.imported(file, "colombia-devices").facts());
      suspected.addAll(Hazards.imported(file, "colombia-suspected").facts());
    }
    assertThat(accidents).hasSize(6667 + 242);
    assertThat(devices).hasSize(8 + 24136 + 3494 + 44 + 28);
    assertThat(suspected).hasSize(1908);
    List<Fact> all = new ArrayList<>(accidents);
    all.addAll(devices);
    all.addAll(suspected);
    assertThat(all).hasSize(36_527);
    assertThat(all.stream().filter(HazardSetsTest::isLaterTwin)).hasSize(4927);
    FeatureImport.Imported whole =
        new FeatureImport.Imported(all, List.of(), all.size(), 0, 0, 0, List.of());
    // One place has lost its minus sign, and stays where the file has it.
    Hazards.assertBox(whole, -78.795714, -2.133711, 74.234167, 11.8425, DEGREES);
  }

  @Test
  void colombiasVictimsStayAsManyAsTheyAre() throws Exception {
    FeatureImport.Imported imported =
        Hazards.imported(
            Hazards.elsewhere("colombia-victims/situacion-victimas.csv"), "colombia-victims");
    assertThat(imported.facts()).hasSize(12_390);
    List<Accident> victims = Hazards.accidents(imported);
    assertThat(victims.stream().mapToLong(victim -> victim.killed().orElseThrow().total()).sum())
        .isEqualTo(2352);
    assertThat(victims.stream().mapToLong(victim -> victim.injured().orElseThrow().total()).sum())
        .isEqualTo(10_038);
    assertThat(imported.facts().stream().filter(HazardSetsTest::isLaterTwin)).hasSize(3892);
    List<String> months = imported.facts().stream().map(f -> f.on().toString()).sorted().toList();
    assertThat(months).startsWith("1990-01").endsWith("2023-10");
    Hazards.assertBox(imported, -78.859270, -0.624722, -67.500750, 11.716944, DEGREES);
  }

  @Test
  void londonsIncidentsKeepTheirDaysAndTheirCentury() throws Exception {
    FeatureImport.Imported imported =
        Hazards.imported(Hazards.elsewhere("london-v-weapons/incidents.csv"), "london-incidents");
    assertThat(imported.facts()).hasSize(604);
    assertThat(imported.withoutPlace()).isEqualTo(604);
    List<When> known =
        imported.facts().stream()
            .map(Fact::on)
            .filter(on -> !(on instanceof When.Unknown))
            .toList();
    assertThat(known).hasSize(595);
    assertThat(known.stream().map(When::earliestDay).min(LocalDate::compareTo))
        .contains(LocalDate.of(1944, 6, 15));
    assertThat(known.stream().map(When::earliestDay).max(LocalDate::compareTo))
        .contains(LocalDate.of(1945, 3, 26));
    long deaths =
        Hazards.areas(imported).stream()
            .map(area -> area.evidenceText().orElseThrow().replaceFirst(".*deaths: ", ""))
            .filter(text -> !text.isEmpty())
            .mapToLong(Long::parseLong)
            .sum();
    assertThat(deaths).isEqualTo(2192);
  }

  @Test
  void londonsImpactsComeInOneByOne() throws Exception {
    FeatureImport.Imported imported =
        Hazards.imported(
            Hazards.elsewhere("london-v-weapons/london-bomb-impacts.kml"), "london-impacts");
    assertThat(imported.facts()).hasSize(1006);
    assertThat(imported.withoutPlace()).isZero();
    assertThat(imported.facts().stream().filter(HazardSetsTest::isLaterTwin)).isEmpty();
    Hazards.assertBox(imported, -0.247645, 51.412960, 0.121575, 51.576256, DEGREES);
    assertThat(Hazards.areas(imported).stream().map(area -> area.place().orElseThrow()).distinct())
        .hasSize(1005);
  }

  @ParameterizedTest
  @CsvSource({
    "Inslagen_ea_test, 5, 0, 4.912984, 52.387641, 4.917132, 52.389938",
    "Verdachte_gebieden_test, 6, 844107.7, 4.889142, 52.386269, 4.922971, 52.401194",
    "Gevrijwaard_gebied_test, 1, 9187.8, 4.891487, 52.389112, 4.893521, 52.390924",
    "Reeds_uitgevoerde_CE_onderzoeken_test, 1, 886828.2, 4.896631, 52.388202, 4.911743, 52.400876"
  })
  void amsterdamsLayersLieWhereTheyAreOnceTheirDatumIsNamed(
      String file, int rows, double area, double w, double s, double e, double n) throws Exception {
    var path = Hazards.elsewhere("amsterdam-explosives/" + file + ".shp");
    String mapping =
        """
        kind: hazard
        dataSet: bommenkaart
        on: {always: unknown}
        fields:
          area: {named: ams}
          title: Kenmerk
          kind: {value: sha}
          status: {value: %s}
          evidenceText: Opmerkinge
        """
            .formatted(file.startsWith("Gevrijwaard") ? "closed" : "open");
    String known =
        file.startsWith("Reeds") ? mapping.replaceAll(".*(Kenmerk|Opm).*\n", "") : mapping;
    assertThatThrownBy(() -> Hazards.read(path, known)).hasMessageContaining("[import.crs]");
    FeatureImport.Imported imported = Hazards.read(path, known + "crs: EPSG:28992\n");
    assertThat(imported.facts()).hasSize(rows);
    Hazards.assertBox(imported, w, s, e, n, 0.00002);
    if (area > 0) {
      assertThat(Hazards.areaSquareMetres(imported, _ -> true))
          .isCloseTo(area, withPercentage(0.01));
    }
  }

  @Test
  void americasWatersComeInOnBothSidesOfTheAntimeridian() throws Exception {
    FeatureImport.Imported whole =
        Hazards.imported(Hazards.here("unexploded-ordnance.gpkg"), "us-waters");
    assertThat(whole.facts()).hasSize(260);
    assertThat(whole.refused()).isEmpty();
    assertThat(Hazards.areaSquareMetres(whole, _ -> true))
        .isCloseTo(60_739_001_443.0 + 1_509_308_245.0, withPercentage(0.01));
    String mapping = Files.readString(ProjectFiles.of("examples/mappings/us-waters.yaml"));
    FeatureImport.Imported areas =
        Hazards.read(
            Hazards.here("unexploded-ordnance.gpkg"), "layer: UnexplodedOrdnanceAreas\n" + mapping);
    assertThat(areas.facts()).hasSize(130);
    assertThat(areas.aside()).isEqualTo(130);
    Hazards.assertBox(areas, -177.199236, 13.094967, 177.693256, 59.165649, DEGREES);
    List<LocalDate> days = areas.facts().stream().map(f -> f.on().earliestDay()).sorted().toList();
    assertThat(days).startsWith(LocalDate.of(1945, 5, 1)).endsWith(LocalDate.of(2015, 12, 22));
    FeatureImport.Imported places =
        Hazards.read(
            Hazards.here("unexploded-ordnance.gpkg"),
            "layer: UnexplodedOrdnanceLocations\n" + mapping);
    Hazards.assertBox(places, -166.573812, 13.469160, 174.155420, 71.383004, DEGREES);
  }
}
