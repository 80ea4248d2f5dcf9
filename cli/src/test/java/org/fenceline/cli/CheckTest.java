package org.fenceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.fenceline.core.entry.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "May I walk here?" as its users ask it. */
class CheckTest {
  @TempDir Path folder = Path.of("");

  private Program program = new Program(folder);

  @BeforeEach
  void makeARegisterOfTwoAdministrators() {
    program = new Program(folder);
    program.at(Instant.parse("2026-07-01T08:00:00Z"));
    ok(
        "init",
        "pol",
        "--state",
        "POL",
        "--origin",
        "fenceline.example/test/exercise",
        "--exercise",
        "--administrator",
        "anna");
    ok("identity", "new", "--as", "boris");
    ok("identity", "register", "--person", "boris", "--administrator", "--as", "anna");
    record(
        "hazard",
        """
        body:
          area: EX-H1
          kind: cha
          status: open
          place: "POLYGON ((-22.50 52.00, -22.49 52.00, -22.49 52.01, -22.50 52.01, -22.50 52.00))"
          accuracyMetres: 10
          categories: [ap]
        """);
  }

  private Program.Answer ok(String... arguments) {
    Program.Answer answer = program.run(arguments);
    assertThat(answer.exitCode()).as(String.join(" ", arguments) + "\n" + answer.all()).isZero();
    return answer;
  }

  private String record(String kind, String yaml) {
    Program.Answer answer = program.runWith(yaml, "record", kind, "-", "--as", "anna", "--json");
    assertThat(answer.exitCode()).as(answer.all()).isZero();
    Json receipts = answer.json().get("receipts").orElseThrow();
    Json.Obj receipt = (Json.Obj) ((Json.Arr) receipts).items().getFirst();
    return ((Json.Str) receipt.get("id").orElseThrow()).text();
  }

  private String release() {
    return record(
        "release",
        """
        on: 2026-06-30
        body:
          release: EX-R1
          area: EX-H1
          parts:
            - kind: cleared
              place: "POLYGON ((-22.50 52.00, -22.49 52.00, -22.49 52.01, -22.50 52.01, -22.50 52.00))"
              depthMetres: 0.20
              method: manual
        """);
  }

  @Test
  void outsideTheCountryTheRegisterSaysThatItHoldsNoRecord() {
    String words = "this register holds no record here";
    assertThat(program.run("check", "52.0", "N", "25.0", "W").out()).doesNotContain(words);
    assertThat(program.run("check", "52.0", "N", "21.0", "E").out())
        .contains("NOT SURVEYED", "the place lies outside XXA: " + words);
    assertThat(program.run("check", "52.0", "N", "21.0", "E", "--public").out())
        .contains("NOT SURVEYED", "the place lies outside XXA: " + words);
    program.run("init", "real", "--state", "POL", "--origin", "fenceline.example/real");
    program.with("FENCELINE_REGISTER", "real.fenceline");
    assertThat(program.run("check", "52.0", "N", "21.0", "E").out()).doesNotContain(words);
    assertThat(program.run("check", "52.0", "N", "30.0", "E").out())
        .contains("the place lies outside POL: " + words);
  }

  @Test
  void aHazardIsDangerAndItsSurroundingsAreNot() {
    Program.Answer inside = program.run("check", "52.00500", "N", "22.49500", "W");
    assertThat(inside.exitCode()).isEqualTo(1);
    assertThat(inside.out())
        .startsWith("EXERCISE")
        .contains("DANGER")
        .contains("inside hazardous area EX-H1");
    assertThat(program.run("check", "52.00500 N 22.47000 W").out())
        .contains("NOT SURVEYED")
        .contains("not the same as safe")
        .contains("hazardous area EX-H1: 137")
        .doesNotContain("DANGER");
    assertThat(program.run("check", "52.0 N 22.5 W").out())
        .as("so few digits may mean a place in the field")
        .contains("DANGER")
        .contains("by its error and its digits");
  }

  @Test
  void aReleaseCountsOnceASecondSignedPersonEndorsedIt() {
    String release = release();
    assertThat(program.run("check", "52.00500 N 22.49500 W").out()).contains("DANGER");
    ok("endorse", release, "--as", "boris");
    Program.Answer released = program.run("check", "52.00500 N 22.49500 W");
    assertThat(released.exitCode()).isZero();
    assertThat(released.out())
        .contains("NO KNOWN HAZARD ON SURVEYED LAND")
        .contains("released by EX-R1 (cleared), to a depth of 0.20 m, by manual");
    program.runWith(
        "reason: wrong polygon", "void", release, "--reason", "wrong polygon", "--as", "carla");
    assertThat(program.run("check", "52.00500 N 22.49500 W").out())
        .as("a void counts at once, signed or not")
        .contains("DANGER");
  }

  @Test
  void anEndorsementWithoutASignatureMakesNothingSafer() {
    String release = release();
    ok("endorse", release, "--as", "carla");
    assertThat(program.run("check", "52.00500 N 22.49500 W").out()).contains("DANGER");
  }

  @Test
  void theMarginMayBeRaisedAndNeverLowered() {
    Program.Answer lowered = program.run("check", "52.00500 N 22.48800 W", "--margin", "20m");
    assertThat(lowered.exitCode()).isEqualTo(2);
    assertThat(lowered.err()).contains("never lowered");
    assertThat(program.run("check", "52.00500 N 22.48800 W").out()).contains("CAUTION");
    assertThat(program.run("check", "52.00500 N 22.48800 W", "--margin", "200m").out())
        .contains("DANGER");
  }

  @Test
  void theAnswerAsJsonCarriesDistanceAndDirection() {
    Program.Answer answer = program.run("check", "52.00500 N 22.47000 W", "--json");
    Json.Obj json = answer.json();
    assertThat(json.get("verdict")).contains(new Json.Str("not-surveyed"));
    assertThat(json.get("exercise")).contains(new Json.Bool(true));
    Json.Obj nearest = (Json.Obj) ((Json.Arr) json.get("nearest").orElseThrow()).items().getFirst();
    assertThat(nearest.get("azimuthDegrees")).contains(new Json.Str("270"));
  }

  @Test
  void aWayIsJudgedByStretches() throws Exception {
    String points =
        """
        <trkpt lat="52.005" lon="-22.52"/><trkpt lat="52.005" lon="-22.47"/>
        """;
    Files.writeString(
        folder.resolve("walk.gpx"),
        """
        <gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">
          <trk><trkseg>%s</trkseg></trk>
        </gpx>
        """
            .formatted(points));
    Program.Answer walk = program.run("check", "--route", "walk.gpx", "--margin", "80m");
    assertThat(walk.exitCode()).isEqualTo(1);
    assertThat(walk.out())
        .contains("a way of 343")
        .contains("DANGER: ")
        .contains("CAUTION: ")
        .contains("NOT SURVEYED: no endorsed release covers this point");
    assertThat(program.run("check", "--route", "walk.gpx", "--margin", "20m").exitCode())
        .isEqualTo(2);
    assertThat(program.run("check").exitCode()).isEqualTo(2);
    Files.writeString(
        folder.resolve("broken.gpx"),
        """
        <gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1">
          <trk><trkseg><trkpt lat="52.005" lon="-22.52"/><trkpt lat="152" lon="-22.5"/></trkseg></trk>
        </gpx>
        """);
    assertThat(program.run("check", "--route", "broken.gpx").exitCode()).isEqualTo(3);
    Files.writeString(
        folder.resolve("empty.gpx"),
        "<gpx version=\"1.1\" creator=\"t\" xmlns=\"http://www.topografix.com/GPX/1/1\"/>");
    assertThat(program.run("check", "--route", "empty.gpx").err()).contains("[check.no-way]");
  }

  @Test
  void aPlaceThatIsNoneIsRefusedWithAWayOut() {
    Program.Answer wrong = program.run("check", "somewhere");
    assertThat(wrong.exitCode()).isEqualTo(3);
    assertThat(wrong.err()).contains("[position.");
  }
}
