package org.fenceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every rule about land: what must come out, and what must not. */
class LandFindingsTest {
  /** 200 m by 200 m. */
  private static final String BOX =
      "POLYGON ((-22.5000 52.0000, -22.497087 52.0000, -22.497087 52.001797, -22.5000 52.001797,"
          + " -22.5000 52.0000))";

  private static final String SOUND =
      """
      referencePoints:
        - {name: RP1, place: "POINT (-22.5010 52.0000)"}
        - {name: RP2, place: "POINT (-22.4900 52.0000)"}
      custodians: [record office, depositary]
      marking: {perimeterMarked: true, fenced: true, monitored: true}
      """;

  @TempDir Path folder = Path.of("");

  private Program program = new Program(folder);

  @BeforeEach
  void makeARegister() {
    program = new Program(folder);
    program.run(
        "init",
        "ex",
        "--state",
        "POL",
        "--exercise",
        "--origin",
        "fenceline.example/test/exercise");
    on("2026-03-06");
  }

  private void on(String day) {
    Instant noon = LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    program.at(noon);
  }

  private void record(String kind, String yaml) {
    Program.Answer answer = program.runWith(yaml, "record", kind, "-", "--as", "anna");
    assertThat(answer.exitCode()).as(yaml + answer.err()).isZero();
  }

  private void field(String name, String more) {
    record(
        "minefield", "on: 2026-03-05T10:00:00Z\nbody:\n  field: " + name + "\n" + more.indent(2));
  }

  private void soundField(String name, String more) {
    field(name, SOUND + "perimeter: \"" + BOX + "\"\n" + more);
  }

  private void release(String name, String day, String parts) {
    record(
        "release",
        "on: %s\nbody:\n  release: %s\n  area: EX-F1\n  parts:\n%s"
            .formatted(day, name, parts.indent(4)));
  }

  private List<String> findings(String rule) {
    return findings(rule, "2026-04-01");
  }

  private List<String> findings(String rule, String on) {
    Program.Answer answer = program.run("findings", "--rule", rule, "--on", on, "--json");
    List<String> found = new ArrayList<>();
    for (Json item : ((Json.Arr) answer.json().get("findings").orElseThrow()).items()) {
      found.add(((Json.Str) ((Json.Obj) item).get("what").orElseThrow()).text());
    }
    return found;
  }

  private void assertOne(String rule, String words) {
    assertThat(findings(rule)).singleElement().asString().contains(words);
  }

  @Test
  void aSoundFieldCausesNoFinding() {
    soundField("EX-F1", "statedAreaSquareMetres: 40000");
    assertThat(program.run("findings", "--on", "2026-04-01").out()).contains("nothing found");
  }

  @Test
  void aFieldWithoutFenceSignsOrGuardIsFoundUntilAnInspectionSeesThem() {
    field("EX-F1", "custodians: [a, b]");
    assertOne("unmarked-field", "nothing is recorded of its marking");
    record(
        "marking-inspection",
        "on: 2026-03-06\nbody: {area: EX-F1, found: {perimeterMarked: true, fenced: false,"
            + " monitored: true}, signsMissing: 0, fenceBroken: false, mended: false}");
    assertOne("unmarked-field", "no fence keeps civilians out (APII Art. 5(2)(a))");
    on("2026-03-08");
    record(
        "marking-inspection",
        "on: 2026-03-07\nbody: {area: EX-F1, found: {perimeterMarked: true, fenced: true,"
            + " monitored: true}, signsMissing: 0, fenceBroken: false, mended: true}");
    assertThat(findings("unmarked-field")).isEmpty();
  }

  @Test
  void signsTooSmallOrTooFarApartAreFound() {
    field(
        "EX-F1",
        "marking: {perimeterMarked: true, fenced: true, monitored: true, signShape: triangle,"
            + " signWidthMillimetres: 279, signHeightMillimetres: 199, widestGapMetres: 51}");
    assertOne(
        "signs-amiss",
        "signs less than 280 mm wide (APII TA 4(a)), signs less than 200 mm high (APII TA 4(a)),"
            + " signs up to 51 m apart, 50 m are allowed");
    field(
        "EX-F2",
        "marking: {perimeterMarked: true, fenced: true, monitored: true, signShape: square,"
            + " signWidthMillimetres: 150, widestGapMetres: 50}");
    assertThat(findings("signs-amiss")).hasSize(1);
  }

  @Test
  void markingNotInspectedWithinItsIntervalIsFound() {
    soundField("EX-F1", "");
    assertThat(findings("marking-uninspected", "2026-06-03")).isEmpty();
    assertThat(findings("marking-uninspected", "2026-06-04"))
        .singleElement()
        .asString()
        .contains("every 90 days is asked");
    on("2026-06-02");
    record(
        "marking-inspection",
        "on: 2026-06-01\nbody: {area: EX-F1, found: {perimeterMarked: true, fenced: true,"
            + " monitored: true}, signsMissing: 0, fenceBroken: false, mended: true}");
    assertThat(findings("marking-uninspected", "2026-06-04")).isEmpty();
  }

  @Test
  void oneReferencePointOrOneCustodianIsTooFew() {
    field(
        "EX-F1", "referencePoints: [{name: RP1, place: \"POINT (-22.5 52)\"}]\ncustodians: [a, b]");
    assertOne("few-reference-points", "has 1 reference points and 2 custodians");
  }

  @Test
  void perimetersThatAreOpenCrossOrAreTooFewOrTooLongAreFound() {
    record(
        "hazard",
        "body: {area: OPEN, kind: cha, status: open, place: \"POLYGON ((-22.5 52, -22.49 52,"
            + " -22.49 52.01))\"}");
    record(
        "hazard",
        "body: {area: BOW, kind: cha, status: open, place: \"POLYGON ((-22.5 52, -22.49 52.01,"
            + " -22.49 52, -22.5 52.01, -22.5 52))\"}");
    record(
        "hazard",
        "body: {area: TWO, kind: cha, status: open, place: \"POLYGON ((-22.5 52, -22.49 52, -22.5"
            + " 52))\"}");
    record(
        "hazard",
        "body: {area: LONG, kind: cha, status: open, place: \"POLYGON ((-22.5 52, -22.4 52, -22.4"
            + " 52.01, -22.5 52))\"}");
    assertThat(findings("perimeter-flaw"))
        .hasSize(4)
        .anyMatch(what -> what.contains("OPEN") && what.contains("it is open, 13"))
        .anyMatch(what -> what.contains("BOW") && what.contains("cross at 52.00"))
        .anyMatch(what -> what.contains("TWO") && what.contains("it has 2 corners"))
        .anyMatch(what -> what.contains("LONG") && what.contains("step 0 is 686"));
  }

  @Test
  void aTraverseThatFailsToCloseIsFound() {
    String legs =
        "traverse: {from: RP1, unit: degrees, north: 'true', legs: [{bearing: 90, distanceMetres:"
            + " 100}, {bearing: 0, distanceMetres: 100}, {bearing: 270, distanceMetres: 100},"
            + " {bearing: 180, distanceMetres: %s}]}";
    soundField("EX-F1", legs.formatted("99.3"));
    assertThat(findings("traverse-misclosure")).isEmpty();
    field("EX-F2", SOUND + legs.formatted("99.1"));
    assertOne(
        "traverse-misclosure", "minefield EX-F2: its traverse of 399 m fails to close by 0.9 m");
    field("EX-F3", SOUND + legs.formatted("100").replace("RP1", "RP9"));
    assertThat(findings("traverse-misclosure")).hasSize(2).anyMatch(w -> w.contains("RP9"));
  }

  @Test
  void anAreaStatedOtherwiseThanDrawnIsFound() {
    soundField("EX-F1", "statedAreaSquareMetres: 41000");
    assertOne("stated-area", "EX-F1 states 41000 m², its perimeter gives 40");
  }

  @Test
  void whatWasLaidMustHaveLeftStockForThatField() {
    record(
        "movement",
        "on: 2026-03-05\nbody: {lines: [{lot: X26, quantity: 600, from: factory, to:"
            + " 'minefield:EX-F1'}]}");
    soundField("EX-F1", "mines: [{lot: X26, quantity: 600}]");
    assertThat(findings("laid-differs")).isEmpty();
    field("EX-F2", SOUND + "mines: [{lot: X25, quantity: 7}]");
    assertOne("laid-differs", "7 mines of lot X25 were laid that never left stock for it");
    record(
        "movement",
        "on: 2026-03-05\nbody: {lines: [{lot: X27, quantity: 3, from: factory, to:"
            + " 'minefield:EX-F1'}]}");
    assertThat(findings("laid-differs"))
        .anyMatch(what -> what.contains("3 mines of lot X27 left stock for it and are not"));
  }

  @Test
  void minesOutsideTheirPerimeterAreFound() {
    soundField(
        "EX-F1", "sealedPositions: {counts: [{lot: X26, quantity: 600}], outsidePerimeter: 4}");
    assertOne("positions-outside", "4 mines of minefield EX-F1 lie outside");
  }

  @Test
  void fieldsThatShareGroundAreFoundAndNeighboursAreNot() {
    soundField("EX-F1", "");
    field(
        "EX-F2",
        SOUND
            + "perimeter: \"POLYGON ((-22.497087 52.0000, -22.4940 52.0000, -22.4940 52.001797,"
            + " -22.497087 52.001797, -22.497087 52.0000))\"");
    assertThat(findings("fields-overlap")).isEmpty();
    field(
        "EX-F3",
        SOUND
            + "perimeter: \"POLYGON ((-22.4990 52.0010, -22.4980 52.0010, -22.4980 52.0030,"
            + " -22.4990 52.0030, -22.4990 52.0010))\"");
    assertOne("fields-overlap", "minefields EX-F1 and EX-F3 share");
  }

  @Test
  void aReleaseOutsideItsHazardOrOfNoneIsFound() {
    release("EX-R0", "2026-03-06", "- {kind: cancelled, statedAreaSquareMetres: 5}");
    assertOne("release-outside", "release EX-R0 is of EX-F1, of which there is no record");
    soundField("EX-F1", "");
    assertThat(findings("release-outside")).isEmpty();
    release(
        "EX-R1",
        "2026-03-06",
        "- {kind: cleared, depthMetres: 0.2, place: \"POLYGON ((-22.4990 52.0010, -22.4980"
            + " 52.0010, -22.4980 52.0030, -22.4990 52.0030, -22.4990 52.0010))\"}");
    assertOne("release-outside", "m² of release EX-R1 lie outside EX-F1");
  }

  @Test
  void whatRemainsMustAgreeAndCannotBeLessThanNothing() {
    soundField("EX-F1", "statedAreaSquareMetres: 40000");
    release(
        "EX-R1",
        "2026-03-06",
        "- {kind: cleared, depthMetres: 0.2, statedAreaSquareMetres: 1000, place: \""
            + BOX
            + "\"}");
    assertOne("area-left-differs", "of EX-F1 39000 m² remain as stated, 0 m² by geometry");
    field("EX-F2", SOUND + "statedAreaSquareMetres: 100");
    record(
        "release",
        "on: 2026-03-06\nbody: {release: EX-R2, area: EX-F2, parts: [{kind: reduced,"
            + " statedAreaSquareMetres: 160}]}");
    assertThat(findings("area-left-differs"))
        .anyMatch(what -> what.contains("of EX-F2 more was released than there was: 60 m²"));
  }

  @Test
  void aDeviceOrAnAccidentInReleasedGroundIsFound() {
    soundField("EX-F1", "");
    release("EX-R1", "2026-03-06", "- {kind: cleared, depthMetres: 0.2, place: \"" + BOX + "\"}");
    String device =
        "on: %s\nbody: {device: D%s, place: \"POINT (-22.4990 52.0010)\", category: ap,"
            + " disposal: removed}";
    record("device", device.formatted("2026-03-05", 1));
    assertThat(findings("released-and-dangerous")).isEmpty();
    on("2026-03-20");
    record("device", device.formatted("2026-03-20", 2));
    assertOne(
        "released-and-dangerous",
        "a device of 2026-03-20 in ground that release EX-R1 of 2026-03-06 gave back");
  }

  @Test
  void workOutsideATeamsAccreditationIsFound() {
    soundField("EX-F1", "");
    record(
        "accreditation",
        "body: {team: T1, organisation: O, activities: [clearance], from: 2026-01-01, until:"
            + " 2026-03-05}");
    record("task", "body: {task: K1, area: EX-F1, team: T1, from: 2026-03-01}");
    String work = "on: %s\nbody: {task: K1, activity: %s, status: started}";
    record("activity", work.formatted("2026-03-05", "clearance"));
    assertThat(findings("work-unaccredited")).isEmpty();
    record("activity", work.formatted("2026-03-06", "clearance"));
    record("activity", work.formatted("2026-03-05", "bac"));
    assertThat(findings("work-unaccredited"))
        .hasSize(2)
        .anyMatch(what -> what.contains("team T1 did clearance of 2026-03-06"))
        .anyMatch(what -> what.contains("team T1 did bac of 2026-03-05"));
  }

  @Test
  void aNonconformityNotMendedInTimeIsFound() {
    record(
        "quality-inspection",
        "on: 2026-03-05\nbody: {inspection: Q1, task: K1, area: EX-F1, inspectedBy: I,"
            + " nonconformities: [{nonconformity: N1, severity: critical, text: a lane was"
            + " skipped, due: 2026-03-20}]}");
    assertThat(findings("nonconformity-open", "2026-03-20")).isEmpty();
    assertOne("nonconformity-open", "nonconformity N1 (critical) in EX-F1 was due");
    record("corrective-action", "on: 2026-03-06\nbody: {nonconformity: N1, text: cleared}");
    assertThat(findings("nonconformity-open")).isEmpty();
  }

  @Test
  void oneSlipOfThePenIsRecognised() {
    // An exercise could not name such places at all.
    program.run("init", "real", "--state", "POL", "--origin", "fenceline.example/real");
    program.with("FENCELINE_REGISTER", "real.fenceline");
    for (int i = 0; i < 6; i++) {
      record(
          "hazard",
          "body: {area: H%d, kind: sha, status: open, place: \"POINT (-22.5%d 52.0%d)\"}"
              .formatted(i, i, i));
    }
    assertThat(findings("place-implausible")).isEmpty();
    record(
        "hazard",
        "body: {area: SWAPPED, kind: sha, status: open, place: \"POINT (52.05 -22.55)\"}");
    record("hazard", "body: {area: EAST, kind: sha, status: open, place: \"POINT (22.55 52.05)\"}");
    record(
        "hazard", "body: {area: ZONE, kind: sha, status: open, place: \"POINT (-28.55 52.05)\"}");
    record("hazard", "body: {area: FAR, kind: sha, status: open, place: \"POINT (100 10)\"}");
    assertThat(findings("place-implausible"))
        .hasSize(4)
        .anyMatch(what -> what.startsWith("SWAPPED") && what.contains("each other's place"))
        .anyMatch(what -> what.startsWith("EAST") && what.contains("a minus sign"))
        .anyMatch(what -> what.startsWith("ZONE") && what.contains("in the UTM zone beside"))
        .anyMatch(what -> what.startsWith("FAR") && !what.contains(";"));
  }

  @Test
  void placesOutsideTheCountryAreTold() {
    program.run("init", "real", "--state", "POL", "--origin", "fenceline.example/real");
    program.with("FENCELINE_REGISTER", "real.fenceline");
    record("hazard", "body: {area: IN, kind: sha, status: open, place: \"POINT (21.0 52.2)\"}");
    // Some kilometres beyond the border the outline cannot tell.
    record("hazard", "body: {area: EDGE, kind: sha, status: open, place: \"POINT (23.7 52.1)\"}");
    assertThat(findings("outside-country")).isEmpty();
    record("hazard", "body: {area: OUT, kind: sha, status: open, place: \"POINT (25.0 52.2)\"}");
    assertOne("outside-country", "OUT names a place 93 km outside POL");
  }

  @Test
  void recordsAlongABorderLieFarFromTheirMiddleAndAreNoStrays() {
    for (int i = 0; i < 30; i++) {
      record(
          "hazard",
          "body: {area: H%d, kind: sha, status: open, place: \"POINT (-22.1 %.1f)\"}"
              .formatted(i, 48.5 + i / 5.0));
    }
    // From 48.5 to 54.3 degrees: 320 km from the middle at both ends.
    assertThat(findings("place-implausible")).isEmpty();
  }

  @Test
  void twoRecordsOfOneKindAtOnePlaceAreShownToTheDesk() {
    String device =
        "on: 2026-03-05\nbody: {device: %s, place: \"POINT (%s)\", category: %s, disposal:"
            + " removed}";
    record("device", device.formatted("D1", "-22.5 52.0", "ap"));
    record("device", device.formatted("D2", "-22.50010 52.0", "ap"));
    record("device", device.formatted("D3", "-22.5 52.0", "uxo"));
    record("device", device.formatted("D4", "-22.5003 52.0", "ap"));
    assertOne("likely-duplicate", "two records of kind device stand at one place");
  }

  @Test
  void aFindReportIsOpenUntilTheDeskDecides() {
    record("find", "on: 2026-03-05\nbody: {report: P1, placeName: mill, text: a box}");
    assertOne("find-unexamined", "nobody has looked at find report P1");
    record(
        "find-decision", "on: 2026-03-06\nbody: {report: P1, outcome: nothing-found, note: empty}");
    assertThat(findings("find-unexamined")).isEmpty();
  }
}
