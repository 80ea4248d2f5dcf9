package org.fenceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.fenceline.core.entry.json.Json;

/** An exercise register with two administrators, in which land is recorded and endorsed. */
final class LandProgram {
  /** Inside one cell of the grid; digits that stand nowhere else. */
  static final String FIELD =
      "POLYGON ((-22.5003191 52.0047713, -22.4992173 52.0046329, -22.4991857 52.0053467,"
          + " -22.5002941 52.0054583, -22.5003191 52.0047713))";

  /** A public hazard, far from the field. */
  static final String OLD =
      "POLYGON ((-22.300 52.1000, -22.290 52.1000, -22.290 52.1050, -22.300 52.1000))";

  /** Stands for one that a test makes before each of its methods. */
  static final LandProgram UNMADE = new LandProgram();

  final Program program;

  private LandProgram() {
    program = new Program(Path.of(""));
  }

  LandProgram(Path folder) {
    program = new Program(folder).with("FENCELINE_PERSON", "anna");
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
    ok("identity", "register", "--person", "boris", "--administrator");
    // What is public is stamped with its day alone, and no key proves what is older than itself.
    program.at(Instant.parse("2026-07-02T08:00:00Z"));
  }

  Program.Answer ok(String... arguments) {
    Program.Answer answer = program.run(arguments);
    assertThat(answer.exitCode()).as(String.join(" ", arguments) + "\n" + answer.all()).isZero();
    return answer;
  }

  String record(String kind, String yaml) {
    Program.Answer answer = program.runWith(yaml, "record", kind, "-", "--json");
    assertThat(answer.exitCode()).as(answer.all()).isZero();
    Json receipts = answer.json().get("receipts").orElseThrow();
    Json.Obj receipt = (Json.Obj) ((Json.Arr) receipts).items().getFirst();
    return ((Json.Str) receipt.get("id").orElseThrow()).text();
  }

  void endorse(String id) {
    ok("endorse", id, "--as", "boris");
  }

  String field(String name) {
    return record(
        "minefield",
        """
        on: 2026-06-01
        body:
          field: %s
          sector: "=cmd|'/c calc'!A1"
          perimeter: "%s"
          accuracyMetres: "5.50"
          statedAreaSquareMetres: "5310.70"
          referencePoints:
            - {name: RP1, place: "POINT (-22.4998371 52.0043219)", accuracyMetres: "0.20"}
          turningPoints:
            - {name: TP1, place: "POINT (-22.5003191 52.0047713)"}
        """
            .formatted(name, FIELD));
  }

  String hazard(String name, String place, String disclosure) {
    return record(
        "hazard",
        """
        disclosure: %s
        body:
          area: %s
          kind: cha
          status: open
          place: "%s"
          accuracyMetres: "7.0"
          categories: [ap]
        """
            .formatted(disclosure, name, place));
  }

  String device(String name) {
    return record(
        "device",
        """
        on: 2026-06-02
        body:
          device: %s
          place: "POINT (-22.471123 52.031130)"
          accuracyMetres: "3"
          category: ap
          condition: "+1 fuze \\"and\\" a line\\nbroken"
          disposal: destroyed-in-place
        """
            .formatted(name));
  }

  /** One of everything that is exported. */
  void fill() {
    field("SECRET-7");
    device("HIDDEN-9");
    endorse(hazard("OLD-1", OLD, "public"));
    hazard("NOWHERE-3", OLD, "restricted");
    record(
        "area-of-concern",
        """
        body:
          area: FRONT-1
          place: "POLYGON ((-22.7137 51.9143, -22.6137 51.9143, -22.6137 51.9743, -22.7137 51.9143))"
        """);
    record(
        "release",
        """
        on: 2026-06-30
        body:
          release: PART-1
          area: SECRET-7
          parts:
            - {kind: cleared, depthMetres: "0.20", method: manual,
               place: "POLYGON ((-22.50031 52.00477, -22.50000 52.00477, -22.50000 52.00500, -22.50031 52.00477))"}
            - {kind: cancelled, statedAreaSquareMetres: "10"}
        """);
    endorse(
        record(
            "release",
            """
            on: 2026-06-30
            disclosure: public
            body:
              release: OPEN-1
              area: OLD-1
              parts:
                - {kind: reduced, place: "POLYGON ((-22.300 52.1000, -22.295 52.1000, -22.295 52.1025, -22.300 52.1000))"}
            """));
    record(
        "task",
        """
        body: {task: T-1, area: SECRET-7, team: TEAM-A, from: 2026-07-01}
        """);
    record(
        "accident",
        """
        on: 2026-05-01
        body:
          accident: HURT-1
          place: "POINT (-22.4137 52.2143)"
          category: ap
          demining: false
          killed: {women: 0, men: 0, girls: 0, boys: 0, unknown: 0}
          injured: {women: 0, men: 1, girls: 0, boys: 0, unknown: 0}
        """);
    record(
        "marking-inspection",
        """
        on: 2026-07-01
        body:
          area: SECRET-7
          found: {perimeterMarked: true, fenced: false, monitored: true, signs: 12}
          signsMissing: 1
          fenceBroken: false
          mended: true
        """);
    record(
        "find",
        """
        on: 2026-07-01
        body: {report: SEEN-1, place: "POINT (-22.4737 52.0243)", text: "@something green"}
        """);
  }
}
