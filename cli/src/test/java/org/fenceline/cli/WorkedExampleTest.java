package org.fenceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fenceline.core.entry.json.Json;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The worked example of the reports' reference (its section 7), imported from examples/ledger with
 * its transcribed times: every stock figure of its table at each of its four pairs of dates.
 */
class WorkedExampleTest {
  @TempDir Path folder = Path.of("");

  private Program program = new Program(folder);

  @BeforeEach
  void imported() {
    program = new Program(folder).with("FENCELINE_PERSON", "clerk");
    assertThat(program.run("init", "ex", "--state", "POL", "--exercise").exitCode()).isZero();
    for (String file : List.of("models", "lots", "movements", "stocktakes")) {
      Program.Answer answer =
          program.run("import", ProjectFiles.of("examples/ledger/" + file + ".csv").toString());
      assertThat(answer.exitCode()).as(answer.err()).isZero();
    }
  }

  /** Balances by "account lot" as of two dates. */
  private Map<String, Long> balances(String on, String knownAt) {
    Program.Answer answer =
        program.run(
            "stock", "balance", "--on", on, "--known-at", knownAt, "--with-transcribed", "--json");
    Map<String, Long> balances = new TreeMap<>();
    for (Json item : ((Json.Arr) answer.json().get("balances").orElseThrow()).items()) {
      Json.Obj balance = (Json.Obj) item;
      balances.put(
          text(balance, "account") + " " + text(balance, "lot"),
          ((Json.Int) balance.get("mines").orElseThrow()).number());
    }
    return balances;
  }

  private static String text(Json.Obj object, String member) {
    return ((Json.Str) object.get(member).orElseThrow()).text();
  }

  private static long sum(Map<String, Long> balances, String... holdings) {
    long sum = 0;
    for (String holding : holdings) {
      sum += balances.getOrDefault(holding, 0L);
    }
    return sum;
  }

  // The columns of the example's table; flows are differences of cumulative accounts.
  @ParameterizedTest
  @CsvSource({
    // on, known, X25, X26, D1, LTU, U00 A, destroyed X85, laid left X26, X25, cleared, detonated,
    // missing, AV stock, AV laid
    "2025-12-31, 2026-04-30, 500, 0, 250, 10, 0, 40, 0, 0, 0, 0, 0, 200, 0",
    "2026-02-19, 2026-04-30, 750, 0, 235, 10, 0, 55, 0, 0, 0, 0, 0, 200, 0",
    "2026-12-31, 2027-01-15, 497, 190, 235, 10, 0, 55, 428, 110, 220, 2, 3, 188, 12",
    "2026-12-31, 2027-04-30, 497, 490, 235, 10, 0, 55, 428, 110, 220, 2, 3, 188, 12",
  })
  void everyStockFigureOfTheTableComesOut(
      String on,
      String knownAt,
      long x25,
      long x26,
      long retained,
      long transferredLtu,
      long found,
      long usedInTraining,
      long residualX26,
      long residualX25,
      long cleared,
      long detonated,
      long missing,
      long avStock,
      long avLaid) {
    Map<String, Long> b = balances(on, knownAt);
    assertThat(sum(b, "depot:EX-A X25")).as("B1 X25").isEqualTo(x25);
    assertThat(sum(b, "depot:EX-B X26")).as("B1 X26").isEqualTo(x26);
    assertThat(sum(b, "retained:EX-T X85")).as("D1").isEqualTo(retained);
    assertThat(sum(b, "transfer:LTU X85")).as("D2").isEqualTo(transferredLtu);
    assertThat(sum(b, "depot:EX-A U00")).as("B2, still held").isEqualTo(found);
    assertThat(sum(b, "destroyed X85")).as("D1 used, since 2025").isEqualTo(usedInTraining);
    assertThat(sum(b, "minefield:EX-F1 X26")).as("C1 residual X26").isEqualTo(residualX26);
    assertThat(sum(b, "minefield:EX-F1 X25")).as("C1 residual X25").isEqualTo(residualX25);
    assertThat(sum(b, "cleared X26", "cleared X25")).as("G2").isEqualTo(cleared);
    assertThat(sum(b, "detonated X26")).as("J detonated").isEqualTo(detonated);
    assertThat(sum(b, "missing X25")).as("J missing").isEqualTo(missing);
    assertThat(sum(b, "depot:EX-A V25")).as("AV stock").isEqualTo(avStock);
    assertThat(sum(b, "minefield:EX-F1 V25")).as("AV laid").isEqualTo(avLaid);
  }

  @Test
  void apMinesAreConservedAsTheExampleAddsThemUp() {
    Map<String, Long> b = balances("2026-12-31", "2027-04-30");
    assertThat(-sum(b, "opening X85", "discovered U00", "factory X25", "factory X26"))
        .isEqualTo(2375);
    assertThat(sum(b, "transfer:LTU X85", "transfer:UKR X26")).isEqualTo(210);
    assertThat(sum(b, "destroyed X85", "destroyed U00", "destroyed X25")).isEqualTo(180);
  }

  @Test
  void whatWasLaidIsKnownToHaveBeenMoreOnlyOnceItIsCorrected() {
    assertThat(sum(balances("2026-09-30", "2026-10-01"), "minefield:EX-F1 X26")).isEqualTo(418);
    assertThat(sum(balances("2026-09-30", "2027-01-15"), "minefield:EX-F1 X26")).isEqualTo(428);
  }

  @Test
  void itsFindingsAreThoseOfTheExample() {
    Program.Answer answer =
        program.run("findings", "--on", "2027-04-30", "--with-transcribed", "--json");
    assertThat(answer.exitCode()).isEqualTo(1);
    List<String> found = new ArrayList<>();
    for (Json item : ((Json.Arr) answer.json().get("findings").orElseThrow()).items()) {
      found.add(text((Json.Obj) item, "rule") + ": " + text((Json.Obj) item, "what"));
    }
    assertThat(found)
        .containsExactlyInAnyOrder(
            "unlawful-act: POL produce 500 mines of lot X25 on 2025-11-03: PROHIBITED (APMBC"
                + " 1(1)(b))",
            "unlawful-act: POL produce 250 mines of lot X25 on 2026-02-10: PROHIBITED (APMBC"
                + " 1(1)(b))",
            "unlawful-holding: depot:EX-A held up to 750 mines of lot X25 from 2025-11-03 to"
                + " 2026-02-19, while stockpiling was PROHIBITED (APMBC 1(1)(b), 4)",
            "stocktake-differs: depot:EX-A: 597 mines of lot X25 counted, book 600: -3; booked as"
                + " missing",
            "missing-mines: 3 mines of lot X25 are missing since 2026-06-15",
            "recorded-late: a movement of 2026-12-28 was recorded 35 days after, 5 over the 30"
                + " allowed",
            "unlawful-act: POL transfer 200 mines of lot X26 to UKR on 2026-04-12: PROHIBITED for"
                + " the recipient UKR (APMBC 1(1)(b)); contested: the suspension has no effect:"
                + " PROHIBITED / the operation is suspended: NOT_PROHIBITED",
            "late-find: 25 mines of lot U00 were found late and put into depot:EX-A; report and"
                + " destroy them");
  }

  @Test
  void withoutTranscribedTimesNothingWasKnownBeforeTheImport() {
    Program.Answer answer =
        program.run("stock", "balance", "--on", "2026-12-31", "--known-at", "2026-06-30", "--json");
    assertThat(((Json.Arr) answer.json().get("balances").orElseThrow()).items()).isEmpty();
  }

  /** The example's land: 40,000 m², of which 28,500 are left on 2026-09-30. */
  @Test
  void theLandOfTheExampleComesOut() {
    record(
        "minefield",
        """
        on: 2026-03-05T10:00:00Z
        transcribed: {recordedAt: "2026-03-06T00:00:00Z", source: example}
        body:
          field: EX-F1
          statedAreaSquareMetres: 40000
          mines: [{lot: X26, quantity: 610}, {lot: X25, quantity: 150}, {lot: V25, quantity: 12}]
        """);
    record(
        "release",
        """
        on: 2026-09-30
        transcribed: {recordedAt: "2026-10-01T00:00:00Z", source: example}
        body:
          release: EX-R1
          area: EX-F1
          parts:
            - {kind: cleared, statedAreaSquareMetres: 9500, depthMetres: 0.20}
            - {kind: reduced, statedAreaSquareMetres: 2000}
        """);
    record(
        "risk-education",
        """
        on: 2026
        transcribed: {recordedAt: "2026-10-01T00:00:00Z", source: example}
        body:
          session: EX-E1
          organisation: example
          reached: {women: 16, men: 16, girls: 12, boys: 11, unknown: 0}
        """);
    assertThat(land("2026-09-30", "2026-10-01")).isEqualTo("40000 0 2000 9500 28500; 528 left");
    assertThat(land("2026-09-30", "2027-01-15")).isEqualTo("40000 0 2000 9500 28500; 538 left");
    assertThat(land("2026-09-29", "2027-01-15")).isEqualTo("40000 0 0 0 40000; 758 left");
  }

  private void record(String kind, String yaml) {
    Program.Answer answer = program.runWith(yaml, "record", kind, "-");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
  }

  /** Original, cancelled, reduced, cleared, remaining; and how many AP mines are left. */
  private String land(String on, String knownAt) {
    Program.Answer answer =
        program.run(
            "land",
            "balance",
            "EX-F1",
            "--on",
            on,
            "--known-at",
            knownAt,
            "--with-transcribed",
            "--json");
    Json.Obj area =
        (Json.Obj) ((Json.Arr) answer.json().get("areas").orElseThrow()).items().getFirst();
    Json.Obj stated = (Json.Obj) area.get("stated").orElseThrow();
    long left = 0;
    for (Json item : ((Json.Arr) area.get("mines").orElseThrow()).items()) {
      Json.Obj lot = (Json.Obj) item;
      left += text(lot, "lot").equals("V25") ? 0 : Long.parseLong(text(lot, "left"));
    }
    return List.of("original", "cancelled", "reduced", "cleared", "remaining").stream()
            .map(figure -> stated.get(figure + "SquareMetres").orElseThrow())
            .map(number -> Long.toString(((Json.Int) number).number()))
            .collect(java.util.stream.Collectors.joining(" "))
        + "; "
        + left
        + " left";
  }

  @Test
  void importingAgainAddsNothing() {
    Program.Answer again =
        program.run("import", ProjectFiles.of("examples/ledger/movements.csv").toString());
    assertThat(again.out()).contains("nothing new: all 20 records are there already");
    assertThat(program.run("rebuild").exitCode()).isZero();
  }
}
