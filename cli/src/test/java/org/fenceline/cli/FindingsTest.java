package org.fenceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every rule on a small ledger: what must come out, and what must not. The register is Poland's,
 * the ledger begins after the withdrawal from the Ottawa Convention unless a case says otherwise.
 */
class FindingsTest {
  @TempDir Path folder = Path.of("");

  private Program program = new Program(folder);

  @BeforeEach
  void described() {
    program = new Program(folder);
    program.run("init", "pol", "--state", "POL", "--origin", "fenceline.example/pol");
    model("P1", "ap", true);
    lot("L", "P1", "producer: POL, made: 2026-02, mark: L, useBy: 2046-02-28");
  }

  private void model(String name, String category, boolean detectable) {
    record(
        "model",
        "a",
        "body: {model: %s, category: %s, detectable: %s, selfDestruct: false,"
                .formatted(name, category, detectable)
            + " selfDeactivation: false, remotelyDelivered: false}");
  }

  private void lot(String name, String model, String more) {
    record("lot", "a", "body: {lot: %s, model: %s, %s}".formatted(name, model, more));
  }

  private void record(String kind, String person, String yaml) {
    Program.Answer answer = program.runWith(yaml, "record", kind, "-", "--as", person);
    assertThat(answer.exitCode()).as(answer.err()).isZero();
  }

  /** Recorded on the day itself, so that nothing is late. */
  private void move(String day, String lot, long mines, String from, String to) {
    on(day);
    record("movement", "a", movement(day, lot, mines, from, to));
  }

  private static String movement(String day, String lot, long mines, String from, String to) {
    return "{on: %s, body: {lines: [{lot: %s, quantity: %d, from: '%s', to: '%s'}]}}"
        .formatted(day, lot, mines, from, to)
        .replaceFirst("^\\{", "")
        .replaceFirst("\\}$", "")
        .replaceFirst(", body:", "\nbody:");
  }

  private void on(String day) {
    program.at(Instant.parse(day.substring(0, 10) + "T12:00:00Z"));
  }

  private void send(String day, String by, String name, String lot, long mines) {
    on(day);
    record(
        "dispatch",
        by,
        "on: %s\nbody: {consignment: %s, from: 'depot:A', to: 'depot:B', lots: [{lot: %s, quantity: %d}]}"
            .formatted(day, name, lot, mines));
  }

  private void receive(String day, String by, String name, String at, String lot, long mines) {
    on(day);
    record(
        "receipt",
        by,
        "on: %s\nbody: {consignment: %s, at: '%s', lots: [{lot: %s, quantity: %d}]}"
            .formatted(day, name, at, lot, mines));
  }

  private List<String> findings(String rule, String on, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("findings", "--rule", rule, "--on", on, "--json"));
    arguments.addAll(List.of(more));
    Program.Answer answer = program.run(arguments.toArray(String[]::new));
    List<String> found = new ArrayList<>();
    for (Json item : ((Json.Arr) answer.json().get("findings").orElseThrow()).items()) {
      found.add(((Json.Str) ((Json.Obj) item).get("what").orElseThrow()).text());
    }
    assertThat(answer.exitCode()).isEqualTo(found.isEmpty() ? 0 : 1);
    return found;
  }

  @Test
  void aConsignmentThatArrivesAsSentIsNoFinding() {
    move("2026-03-01", "L", 100, "factory", "depot:A");
    send("2026-03-02", "a", "C", "L", 100);
    receive("2026-03-05", "b", "C", "depot:B", "L", 100);
    assertThat(findings("consignment", "2026-12-31")).isEmpty();
  }

  @Test
  void whatDoesNotArriveStandsInTransitUntilAMovementWithAReasonTakesItOut() {
    move("2026-03-01", "L", 100, "factory", "depot:A");
    send("2026-03-02", "a", "C", "L", 100);
    receive("2026-03-05", "b", "C", "depot:B", "L", 97);
    assertThat(findings("consignment", "2026-03-06"))
        .containsExactly(
            "consignment C: 3 mines did not arrive with the rest; they stand in transit:C until a"
                + " movement with a reason takes them out");
    move("2026-03-20", "L", 3, "transit:C", "missing");
    assertThat(findings("consignment", "2026-03-21")).isEmpty();
    assertThat(findings("missing-mines", "2026-03-21"))
        .containsExactly("3 mines of lot L are missing since 2026-03-20");
  }

  @Test
  void aReceiptAboveDispatchOfAnotherLotOrElsewhereIsFound() {
    lot("K", "P1", "producer: POL, made: 2026-02, mark: K");
    move("2026-03-01", "L", 100, "factory", "depot:A");
    send("2026-03-02", "a", "C", "L", 50);
    receive("2026-03-05", "b", "C", "depot:X", "L", 52);
    receive("2026-03-06", "b", "C", "depot:B", "K", 1);
    assertThat(findings("consignment", "2026-03-07"))
        .contains(
            "consignment C brought 52 mines of lot L, 2 more than the 50 sent",
            "consignment C brought 1 mines of lot K, which it was not sent with",
            "consignment C arrived at another place than it was sent to");
  }

  @Test
  void aConsignmentIsDueWithinTheDaysThatTheAuthoritySets() {
    move("2026-03-01", "L", 100, "factory", "depot:A");
    send("2026-03-02", "a", "C", "L", 100);
    assertThat(findings("consignment", "2026-03-16")).isEmpty();
    assertThat(findings("consignment", "2026-03-17"))
        .singleElement()
        .asString()
        .contains("100 mines were not received by 2026-03-16");
    record("settings", "a", "body: {receiptDueDays: 30}");
    assertThat(findings("consignment", "2026-03-17")).isEmpty();
  }

  @Test
  void dispatchAndReceiptAreOfDifferentPeople() {
    move("2026-03-01", "L", 100, "factory", "depot:A");
    send("2026-03-02", "a", "C", "L", 100);
    receive("2026-03-05", "a", "C", "depot:B", "L", 100);
    receive("2026-03-05", "b", "D", "depot:B", "L", 1);
    assertThat(findings("consignment", "2026-03-07"))
        .containsExactly(
            "consignment C was dispatched and received by the same person, a",
            "consignment D was received but never dispatched");
  }

  @Test
  void aBalanceBelowZeroAtAnyLaterDateIsFoundAlsoWhenBackDated() {
    move("2026-03-01", "L", 10, "factory", "depot:A");
    move("2026-03-10", "L", 10, "depot:A", "minefield:F");
    move("2026-03-20", "L", 5, "factory", "depot:A");
    assertThat(findings("negative-balance", "2026-12-31")).isEmpty();
    on("2026-03-21");
    record("movement", "a", movement("2026-03-05", "L", 4, "depot:A", "depot:B"));
    assertThat(findings("negative-balance", "2026-12-31"))
        .containsExactly("depot:A: 4 mines of lot L below zero from 2026-03-10 to 2026-03-19");
    assertThat(findings("negative-balance", "2026-12-31", "--open")).isEmpty();
    assertThat(findings("negative-balance", "2026-03-12", "--open")).hasSize(1);
    assertThat(findings("negative-balance", "2026-12-31", "--known-at", "2026-03-20")).isEmpty();
  }

  @Test
  void anUncertainDateMakesABalanceUndecidedAndNotSafe() {
    on("2026-03-31");
    record("movement", "a", movement("2026-03", "L", 10, "factory", "depot:A"));
    move("2026-03-10", "L", 10, "depot:A", "minefield:F");
    assertThat(findings("negative-balance", "2026-12-31"))
        .singleElement()
        .asString()
        .contains("cannot be decided");
  }

  @Test
  void importsFromAnotherStateMayStandBelowZeroThere() {
    move("2026-03-01", "L", 10, "transfer:DEU", "depot:A");
    assertThat(findings("negative-balance", "2026-12-31")).isEmpty();
  }

  @Test
  void anUnknownLotAndAnUnknownModelAreFound() {
    lot("M", "P9", "producer: POL, made: 2026-02, mark: M");
    move("2026-03-01", "X", 1, "factory", "depot:A");
    move("2026-03-01", "M", 1, "factory", "depot:A");
    assertThat(findings("unknown-lot", "2026-12-31"))
        .containsExactly(
            "lot X was moved, but is not described", "the model P9 of lot M is not described");
  }

  @Test
  void aLotPastItsUseByDateIsFoundWhileItIsHeld() {
    lot("O", "P1", "producer: POL, made: 2026-02, mark: O, useBy: 2026-06-30");
    move("2026-03-01", "O", 7, "factory", "depot:A");
    assertThat(findings("past-use-by", "2026-06-30")).isEmpty();
    assertThat(findings("past-use-by", "2026-07-01"))
        .containsExactly("depot:A holds 7 mines of lot O, to be used by 2026-06-30");
    move("2026-07-02", "O", 7, "depot:A", "destroyed");
    assertThat(findings("past-use-by", "2026-07-03")).isEmpty();
  }

  @Test
  void anUnmarkedLotIsFoundUnlessItIsOlderThanTheRule() {
    lot("U", "P1", "producer: POL");
    lot("V", "P1", "made: 1990-05");
    move("2026-03-01", "U", 7, "factory", "depot:A");
    move("2026-03-01", "V", 7, "opening", "minefield:F");
    assertThat(findings("unmarked-lot", "2026-12-31"))
        .containsExactly(
            "lot U is not marked with month and year, serial or lot number (APII TA 1(d))");
  }

  @Test
  void whatIsRecordedTooLateIsFoundAndACorrectionIsNot() {
    on("2026-04-01");
    record("movement", "a", movement("2026-03-01", "L", 10, "factory", "depot:A"));
    assertThat(findings("recorded-late", "2026-12-31"))
        .containsExactly(
            "a movement of 2026-03-01 was recorded 31 days after, 1 over the 30 allowed");
    record("settings", "a", "body: {recordDueDays: 40}");
    assertThat(findings("recorded-late", "2026-12-31")).isEmpty();
  }

  @Test
  void anActIsHeldAgainstTheLawOfItsDay() {
    move("2026-02-19", "L", 10, "factory", "depot:A");
    move("2026-02-20", "L", 11, "factory", "depot:A");
    assertThat(findings("unlawful-act", "2026-12-31"))
        .containsExactly("POL produce 10 mines of lot L on 2026-02-19: PROHIBITED (APMBC 1(1)(b))");
    assertThat(findings("unlawful-holding", "2026-12-31"))
        .containsExactly(
            "depot:A held up to 10 mines of lot L from 2026-02-19 to 2026-02-19, while stockpiling"
                + " was PROHIBITED (APMBC 1(1)(b), 4)");
  }

  @Test
  void minesForVehiclesAreOutsideTheBan() {
    model("V9", "av", true);
    lot("V", "V9", "producer: POL, made: 2026-02, mark: V");
    move("2026-02-10", "V", 10, "factory", "depot:A");
    assertThat(findings("unlawful-act", "2026-12-31")).isEmpty();
    assertThat(findings("unlawful-holding", "2026-12-31")).isEmpty();
  }

  @Test
  void aConditionThatTheLedgerShowsUnmetIsFound() {
    model("N", "ap", false);
    lot("N1", "N", "producer: POL, made: 2026-02, mark: N1");
    move("2026-03-01", "N1", 10, "factory", "depot:A");
    move("2026-03-10", "N1", 10, "depot:A", "minefield:F");
    assertThat(findings("unlawful-act", "2026-12-31"))
        .as("in peace APII's rules on use are read in two ways")
        .singleElement()
        .asString()
        .startsWith("POL use 10 mines of lot N1 on 2026-03-10: PROHIBITED (APII 4); contested");
  }

  @Test
  void aTransferIsHeldAgainstBothSides() {
    move("2026-03-01", "L", 10, "factory", "depot:A");
    move("2026-04-01", "L", 1, "depot:A", "transfer:NOR");
    move("2026-04-02", "L", 1, "depot:A", "transfer:UKR");
    move("2026-04-03", "L", 1, "depot:A", "transfer:LTU");
    assertThat(findings("unlawful-act", "2026-12-31"))
        .containsExactly(
            "POL transfer 1 mines of lot L to NOR on 2026-04-01: PROHIBITED for the recipient NOR"
                + " (APMBC 1(1)(b))",
            "POL transfer 1 mines of lot L to UKR on 2026-04-02: PROHIBITED for the recipient UKR"
                + " (APMBC 1(1)(b)); contested: the suspension has no effect: PROHIBITED / the"
                + " operation is suspended: NOT_PROHIBITED");
  }

  @Test
  void aConsignmentAbroadCountsOnTheDayOfDispatch() {
    move("2026-02-18", "L", 10, "opening", "depot:A");
    on("2026-02-19");
    record(
        "dispatch",
        "a",
        "on: 2026-02-19\nbody: {consignment: C, from: 'depot:A', to: 'transfer:LTU', lots: [{lot: L,"
            + " quantity: 5}]}");
    receive("2026-02-25", "b", "C", "transfer:LTU", "L", 5);
    assertThat(findings("unlawful-act", "2026-12-31"))
        .contains("POL transfer 5 mines of lot L to LTU on 2026-02-19: PROHIBITED (APMBC 1(1)(b))");
  }

  @Test
  void anActOfUncertainDateIsNotDecidedWhereTheAnswerDiffers() {
    on("2026-03-01");
    record("movement", "a", movement("2026-02", "L", 10, "factory", "depot:A"));
    assertThat(findings("unlawful-act", "2026-12-31"))
        .singleElement()
        .asString()
        .contains("PROHIBITED on 2026-02-01, NOT_PROHIBITED on 2026-02-20")
        .contains("cannot be decided");
  }

  @Test
  void anActThatMayHaveFallenIntoTheBanIsNotTakenForLawful() {
    on("2026-03-01");
    record("movement", "a", movement("unknown", "L", 10, "factory", "depot:A"));
    record("movement", "a", movement("1990-01-01/2026-02-28", "L", 5, "factory", "depot:A"));
    assertThat(findings("unlawful-act", "2026-12-31"))
        .hasSize(2)
        .allMatch(what -> what.contains("PROHIBITED on 2013-06-01"));
  }

  @Test
  void oneMovementMayBeTwoActs() {
    move("2026-02-10", "L", 10, "factory", "minefield:F");
    move("2026-02-11", "L", 5, "transfer:USA", "minefield:F");
    move("2026-02-12", "L", 5, "transfer:USA", "transfer:RUS");
    assertThat(findings("unlawful-act", "2026-12-31"))
        .containsExactly(
            "POL produce 10 mines of lot L on 2026-02-10: PROHIBITED (APMBC 1(1)(b))",
            "POL use 10 mines of lot L on 2026-02-10: PROHIBITED (APMBC 1(1)(a))",
            "POL acquire 5 mines of lot L on 2026-02-11: PROHIBITED (APMBC 1(1)(b))",
            "POL use 5 mines of lot L on 2026-02-11: PROHIBITED (APMBC 1(1)(a))",
            "POL acquire 5 mines of lot L on 2026-02-12: PROHIBITED (APMBC 1(1)(b))",
            "POL transfer 5 mines of lot L to RUS on 2026-02-12: PROHIBITED (APMBC 1(1)(b))");
  }

  @Test
  void correctionsThatForkAreFoundUntilOneIsVoid() {
    move("2026-03-01", "L", 10, "factory", "depot:A");
    String entries = program.run("export", "entries", "-").out();
    String line = entries.lines().filter(l -> l.contains("\"movement\"")).findFirst().orElseThrow();
    String id = line.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
    on("2026-03-02");
    program.runWith(
        movement("2026-03-01", "L", 11, "factory", "depot:A"), "correct", id, "-", "--as", "a");
    assertThat(findings("forked-correction", "2026-12-31")).isEmpty();
  }

  @Test
  void anEntryThatClaimsToBeOlderThanACheckpointWithoutItIsFound() {
    program.run("log", "key", "new", "--as", "a");
    on("2026-06-01");
    program.run("log", "checkpoint");
    on("2026-05-01");
    record("movement", "a", movement("2026-05-01", "L", 10, "factory", "depot:A"));
    assertThat(findings("antedated-entry", "2026-12-31"))
        .singleElement()
        .asString()
        .startsWith("says that it was recorded at 2026-05-01T")
        .contains("signed at 2026-06-01T");
  }

  @Test
  void claimsThatDifferAndActsThatTheRecordLacksStandSideBySide() {
    String head = "body: {source: s, paragraph: 1, modality: stated, names: [x], ";
    record(
        "claim",
        "a",
        head + "claim: c1, topic: rate, statement: s, value: {low: 100, unit: mines}}");
    record(
        "claim",
        "a",
        head + "claim: c2, topic: rate, statement: s, value: {low: 200, unit: mines}}");
    record(
        "claim",
        "a",
        head
            + "claim: c3, topic: t, statement: s,"
            + " treatyAct: {state: UKR, treaty: APMBC, action: withdrawal-notice}}");
    record(
        "claim",
        "a",
        head
            + "claim: c4, topic: t, statement: s,"
            + " treatyAct: {state: POL, treaty: APMBC, action: withdrawal-notice}}");
    assertThat(findings("contradicting-claims", "2026-12-31"))
        .containsExactly(
            "claims on rate differ: c1 (s) and c2 (s): 100 mines against 200 mines",
            "the claim c3 (s, paragraph 1) reports UKR's withdrawal-notice under the APMBC; the"
                + " treaty record has signature of 1999-02-24, ratification of 2005-12-27,"
                + " suspension-notice of 2025-07-18");
  }

  @Test
  void sinceAndOpenNarrowWhatIsShown() {
    move("2026-02-10", "L", 10, "factory", "depot:A");
    assertThat(findings("unlawful-act", "2026-12-31", "--since", "2026-02-10")).hasSize(1);
    assertThat(findings("unlawful-act", "2026-12-31", "--since", "2026-02-11")).isEmpty();
    assertThat(findings("unlawful-act", "2026-12-31", "--open")).isEmpty();
    assertThat(program.run("findings", "--rule", "luck").exitCode()).isEqualTo(2);
  }
}
