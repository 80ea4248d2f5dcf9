package org.fenceline.cli.law;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.cli.Fenceline;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Surroundings;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.JsonReader;
import org.fenceline.core.entry.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user of the law commands sees, in both forms, and how bad questions are told. */
class LawCommandTest {

  /** What one command line came to. */
  private record Ran(int exitCode, String out, String err) {
    Json.Obj json() throws Exception {
      return (Json.Obj) JsonReader.readValue(out);
    }
  }

  @TempDir private Path folder = Path.of("");

  private Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings =
        new Surroundings(
            folder,
            Map.of(),
            InstantSource.fixed(Instant.parse("2026-02-19T23:59:59Z")),
            new SecureRandom(),
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out),
            new PrintWriter(err),
            false);
    int exitCode = Fenceline.run(surroundings, arguments);
    return new Ran(exitCode, out.toString(), err.toString());
  }

  private static String text(Json.Obj object, String member) {
    return object.get(member).map(LawCommandTest::plain).orElse("absent");
  }

  private static String plain(Json json) {
    return json instanceof Json.Str string ? string.text() : JsonWriter.compact(json);
  }

  private static List<Json.Obj> objects(Json.Obj object, String member) {
    return items(object.get(member));
  }

  private static List<Json.Obj> items(Optional<Json> array) {
    return array.stream()
        .flatMap(json -> ((Json.Arr) json).items().stream())
        .map(Json.Obj.class::cast)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"2026-02-19, WITHDRAWING", "2026-02-20, LEFT", "2013-05-31, CONSENTED"})
  void statusNamesEveryInstrumentOnTheDay(String day, String status) throws Exception {
    Ran ran = run("law", "status", "POL", "--on", day, "--json");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.FINE);
    Json.Obj answer = ran.json();
    assertThat(text(answer, "state")).isEqualTo("POL");
    assertThat(text(answer, "on")).isEqualTo(day);
    assertThat(text(answer, "asOf")).contains("UN Treaty Collection", "2026-02-03");
    assertThat(objects(answer, "instruments"))
        .extracting(instrument -> text(instrument, "id"))
        .containsExactly("APMBC", "CCW", "CCW-APII-1996", "CCM", "ATT");
    assertThat(text(objects(answer, "instruments").getFirst(), "status")).isEqualTo(status);
  }

  @Test
  void todayIsTheUtcDayOfTheClock() throws Exception {
    assertThat(text(run("law", "status", "POL", "--json").json(), "on")).isEqualTo("2026-02-19");
    assertThat(run("law", "verdict", "POL", "produce").out()).startsWith("PROHIBITED");
  }

  @Test
  void statusShowsWhatIsContestedAndWhatIsKnownLessThanWell() {
    Ran ran = run("law", "status", "UKR", "--on", "2026-06-01");
    assertThat(ran.out())
        .startsWith("UKR on 2026-06-01")
        .contains("BOUND", "contested: APMBC", "known less than well: ATT signature of 2014-09-23");
  }

  @Test
  void statusListsTheReportsThatMayHaveLapsed() throws Exception {
    Ran ran = run("law", "status", "POL", "--on", "2026-06-01");
    assertThat(ran.out())
        .contains("2025-01-01 to 2025-12-31: OWED by 2026-04-30")
        .contains("2026-01-01 to 2026-02-19: OWED by 2027-04-30")
        .contains("contested: OWED", "LAPSED, only States Parties report");
    List<Json.Obj> reports =
        objects(run("law", "status", "POL", "--on", "2026-06-01", "--json").json(), "article7");
    assertThat(reports).hasSize(2).allMatch(report -> text(report, "contested").equals("true"));
  }

  @ParameterizedTest
  @CsvSource({
    "POL, produce, 2026-02-19, PROHIBITED, APMBC 1(1)(b)",
    "POL, produce, 2026-02-20, NOT_PROHIBITED, APMBC 20(3)",
    "POL, use, 2026-03-01, RESTRICTED, APII 5(2)",
    "POL, clear, 2020-06-01, REPORTABLE, APMBC 7(1)(g)",
  })
  void theVerdictStandsFirstAndEveryVerdictIsAnAnswer(
      String state, String act, String day, String verdict, String article) throws Exception {
    Ran text = run("law", "verdict", state, act, "--on", day);
    assertThat(text.exitCode()).isEqualTo(ExitCode.FINE);
    assertThat(text.out())
        .startsWith(verdict + "  ")
        .contains(article, "turns on", "UN Treaty Collection");
    assertThat(text.err()).isEmpty();
    Json.Obj json = run("law", "verdict", state, act, "--on", day, "--json").json();
    assertThat(text(json, "verdict")).isEqualTo(verdict);
    assertThat(objects(json, "rules")).extracting(rule -> text(rule, "article")).contains(article);
    assertThat(objects(json, "turns")).isNotEmpty();
  }

  @Test
  void theDaysOnWhichAStatusRestsAreNamed() {
    assertThat(run("law", "verdict", "POL", "produce", "--on", "2026-02-20").out())
        .contains("notice received 2025-08-20: first day not bound 2026-02-20");
    assertThat(run("law", "verdict", "POL", "produce", "--on", "2013-05-31").out())
        .contains("deposited 2012-12-27: binds from 2013-06-01");
    assertThat(run("law", "verdict", "MNE", "produce", "--on", "2006-07-01").out())
        .contains("binds from 2006-06-03, the day of succession", "(unverified)");
  }

  @Test
  void aTransferIsAnsweredForBothSides() throws Exception {
    String[] question = {"law", "verdict", "POL", "transfer", "--to", "UKR", "--on", "2026-06-01"};
    assertThat(run(question).out())
        .startsWith("RESTRICTED  POL transfer ap-mine to UKR")
        .contains("PROHIBITED  UKR acquire ap-mine", "CONTESTED", "the recipient's side")
        .contains("reading: the suspension has no effect: PROHIBITED")
        .contains("reading: the operation is suspended: NOT_PROHIBITED")
        .contains("known less than well: APMBC suspension-notice of 2025-07-18 (single-source)");
    Json.Obj json =
        run("law", "verdict", "POL", "transfer", "--to", "ukr", "--on", "2026-06-01", "--json")
            .json();
    assertThat(text(json, "contested")).isEqualTo("true");
    Json.Obj recipient = (Json.Obj) json.get("recipient").orElseThrow();
    assertThat(text(recipient, "verdict")).isEqualTo("PROHIBITED");
    assertThat(recipient.members().keySet()).containsAll(List.of("rules", "readings", "turns"));
    assertThat(objects(recipient, "turns")).isNotEmpty();
    assertThat(objects(recipient, "readings"))
        .hasSize(2)
        .allSatisfy(reading ->
            assertThat(reading.members().keySet())
                .containsExactly("name", "verdict", "why", "sources"));
  }

  @Test
  void attributesSettleConditions() {
    assertThat(
            run(
                    "law",
                    "verdict",
                    "POL",
                    "use",
                    "--on",
                    "2026-03-01",
                    "--attribute",
                    "detectable=false")
                .out())
        .startsWith("PROHIBITED")
        .contains("APII 4", "(not met)");
  }

  @ParameterizedTest
  @CsvSource({
    "POX produce,                            law.state,     no state POX",
    "Poland produce,                         law.state,     write three letters",
    "POL lay,                                law.act,       transfer-for-training",
    "POL use --item grenade,                 law.item,      command-detonated",
    "POL transfer --to XXA,                  law.state,     --to",
    "POL use --on 2026-02-30,                law.date,      not a date that exists",
    "POL use --on yesterday,                 law.date,      2026-02-20",
    "POL use --on 0000-01-01,                law.date,      outside the days from 0001-01-01",
    "POL use --attribute shiny=true,         law.attribute, selfDestruct",
    "POL use --attribute detectable=perhaps, law.attribute, neither true nor false",
    "POL use --attribute detectable,         law.attribute, write NAME=true",
    "POL use --attribute marked=true --attribute marked=false, law.attribute, both true and false",
  })
  void whatCannotBeAskedIsToldWithWhatIsAllowed(String question, String code, String told) {
    Ran ran = run(("law verdict " + question).split(" "));
    assertThat(ran.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("[" + code + "]", told).doesNotContain("fault of the program");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "law",
        "law status",
        "law verdict",
        "law verdict POL",
        "law verdict POL use --table questions.csv",
        "law verdict --table questions.csv --on 2026-01-01",
        "law verdict --table questions.csv --item av-mine",
        "law timeline --from 2027 --to 2024",
        "law timeline --from soon",
        "law judge POL use"
      })
  void aWrongCommandLineIsAUsageError(String line) {
    Ran ran = run(line.split(" "));
    assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void aTableIsAnsweredInItsOrderAndOtherColumnsAreIgnored() throws Exception {
    table(
        """
        date,why,state,act,item,to
        2026-02-19,a,POL,produce,ap-mine,
        2026-02-20,b,pol,produce,,
        2026-06-01,c,POL,transfer,ap-mine,NOR
        """);
    Ran ran = run("law", "verdict", "--table", "questions.csv", "--json");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.FINE);
    List<Json.Obj> answers = items(Optional.of(JsonReader.readValue(ran.out())));
    assertThat(answers)
        .extracting(answer -> text(answer, "verdict"))
        .containsExactly("PROHIBITED", "NOT_PROHIBITED", "RESTRICTED");
    assertThat(run("law", "verdict", "--table", "questions.csv").out())
        .contains("recipient PROHIBITED", "UN Treaty Collection");
  }

  @Test
  void everyBadRowOfATableIsToldAndNothingIsAnswered() throws Exception {
    table(
        """
        state,act,item,to,date
        POL,produce,ap-mine,,2026-02-19
        QQQ,produce,ap-mine,,2026-02-19
        POL,lay,grenade,,2026-02-19
        POL,transfer,ap-mine,ZZZ,2026-02-31
        POL,,ap-mine,,
        """);
    Ran ran = run("law", "verdict", "--table", "questions.csv", "--json");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines())
        .hasSize(7)
        .allMatch(line -> line.startsWith("fenceline: questions.csv:"));
    assertThat(ran.err())
        .contains("questions.csv:3: state", "questions.csv:4: act", "questions.csv:4: item")
        .contains("questions.csv:5: to", "questions.csv:5: date", "questions.csv:6: act")
        .contains("[law.state]", "[law.act]", "[law.item]", "[law.date]")
        .doesNotContain("questions.csv:2:");
  }

  @Test
  void aTableWithoutItsColumnsOrWithoutAFileIsRefused() throws Exception {
    table("country,act,date\nPOL,use,2026-01-01\n");
    Ran ran = run("law", "verdict", "--table", "questions.csv");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(ran.err()).contains("questions.csv:1: state: there is no such column", "country");
    assertThat(run("law", "verdict", "--table", "absent.csv").exitCode())
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  private void table(String text) throws Exception {
    Files.writeString(folder.resolve("questions.csv"), text, UTF_8);
  }

  @Test
  void theTimelineShowsTheRegionAndWhatIsContested() throws Exception {
    Ran ran = run("law", "timeline", "--from", "2025", "--to", "2026");
    assertThat(ran.exitCode()).isEqualTo(ExitCode.FINE);
    assertThat(ran.out())
        .contains("POL  #######wwwwww-----------  WITHDRAWING 2025-08-20, LEFT 2026-02-20")
        .contains("NOR  ########################")
        .contains("RUS  ........................")
        .contains("UKR  ######??????????????????  suspension claimed 2025-07-18");
    List<Json.Obj> states = objects(run("law", "timeline", "--json").json(), "states");
    assertThat(states)
        .extracting(state -> text(state, "state"))
        .containsExactly("POL", "LTU", "LVA", "EST", "FIN", "NOR", "UKR", "BLR", "RUS");
    assertThat(objects(states.get(6), "statuses").getLast().get("contested"))
        .contains(Json.of(true));
  }

  @Test
  void aLongTimelineKeepsItsYearsOverItsColumns() {
    List<String> lines =
        run("law", "timeline", "--from", "1997", "--to", "2030").out().lines().toList();
    assertThat(lines.get(1)).startsWith("     1997 ");
    // Six months a column: 2013 begins at the 32nd column after the five of the state's name.
    assertThat(lines.get(2).charAt(5 + 32)).isEqualTo('#');
    assertThat(lines.get(2).charAt(5 + 31)).isEqualTo('c');
    assertThat(lines.get(1).indexOf("2012")).isEqualTo(5 + 30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"law", "law status", "law verdict", "law timeline"})
  void everyCommandExplainsItselfWithExamples(String command) {
    Ran ran = run((command + " --help").split(" "));
    assertThat(ran.exitCode()).isEqualTo(ExitCode.FINE);
    assertThat(ran.out()).contains("Usage: fenceline law", "Examples:", "fenceline law ");
  }
}
