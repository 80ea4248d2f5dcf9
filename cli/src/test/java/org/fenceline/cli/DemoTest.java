package org.fenceline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.fenceline.core.entry.json.Json;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo, from an empty folder. */
class DemoTest {
  private static final Path SEED =
      ProjectFiles.of("../shared/seed/000_59ab1c971b604ff2.txt").normalize();
  private static final long SCALE = 60_000;

  @TempDir Path folder = Path.of("");

  private static long number(Json.Obj object, String member) {
    return ((Json.Int) object.get(member).orElseThrow()).number();
  }

  @Test
  void aBriefAnswersTheQuestionsFromARegisterMadeAfresh() {
    Program program = new Program(folder);
    for (int i = 0; i < 2; i++) {
      Program.Answer answer = program.run("demo", "--no-serve");
      assertThat(answer.exitCode()).as(answer.err()).isZero();
      assertThat(answer.out())
          .startsWith("EXERCISE")
          .contains("How many, and where did each go?")
          .contains("conserved to zero")
          .contains("not surveyed, never safe")
          .contains("POL produce 1900 mines of lot EX-L1 on 2026-01-26: PROHIBITED")
          .contains("40 mines did not arrive with the rest")
          .contains("5978 mines of lot EX-L2 counted, book 5990: -12; booked as missing")
          .contains("below zero from 2026-02-02")
          .contains("not checked: ")
          .contains("4.2 to 5.0 years, at today's rate 50 to 60")
          .contains("before 2030-05");
    }
    assertThat(program.run("rebuild").exitCode()).isZero();
    assertThat(program.run("audit").exitCode()).isZero();
  }

  /** The commands with which the brief and the README end. */
  @Test
  void aReaderVerifiesOneRecordWithTwoCommands() throws Exception {
    Program program = new Program(folder);
    String brief = program.run("demo", "--no-serve").out();
    String prove =
        brief.lines().filter(line -> line.contains("./fenceline prove ")).findFirst().orElseThrow();
    String id = prove.strip().split(" ")[2];
    Files.writeString(folder.resolve("demo.policy"), program.run("log", "key", "show").out());
    assertThat(program.run("prove", id, "-o", "record.tlog-proof").exitCode()).isZero();
    Program.Answer verified = program.run("verify", "record.tlog-proof", "--policy", "demo.policy");
    assertThat(verified.exitCode()).as(verified.all()).isZero();
    assertThat(verified.out()).contains("EXERCISE").contains("proven: movement " + id);
  }

  @Test
  void theReportBearsEveryClaimAndNoFigureIsLeft() {
    boolean there = Files.exists(SEED);
    if (!there) {
      System.out.println("SKIPPED: the report's text is not at " + SEED);
    }
    assumeTrue(there, "the report's text is not at " + SEED);
    Program.Answer answer = new Program(folder).run("demo", "--source", SEED.toString(), "--json");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    Json.Obj json = answer.json();
    assertThat(number(json, "claimsFoundInText")).isEqualTo(number(json, "claims"));
    assertThat(number(json, "figuresUncovered")).isZero();
  }

  @Test
  void aReportThatDoesNotSayItFailsTheDemo() throws Exception {
    Path other = Files.writeString(folder.resolve("other.txt"), "Nothing of the kind.\n");
    Program.Answer answer = new Program(folder).run("demo", "--source", other.toString());
    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.out()).contains("0 of 30 claims found in the text");
  }

  @Test
  void aScaledProgrammeIsConserved() {
    Program program = new Program(folder);
    Program.Answer answer = program.run("demo", "--scale", Long.toString(SCALE), "--json");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(answer.err()).contains("recorded 60,000 of 60,000 mines");
    Json.Obj totals = (Json.Obj) answer.json().get("totals").orElseThrow();
    long sum = totals.members().values().stream().mapToLong(v -> ((Json.Int) v).number()).sum();
    assertThat(sum).isZero();
    assertThat(-number(totals, "factory")).isGreaterThan(SCALE);
    assertThat(program.run("rebuild").exitCode()).isZero();
    assertThat(program.run("audit").out()).contains("600 attachments: everything fits");
    String findings = program.run("findings", "--json").out();
    assertThat(findings)
        .as("what was laid left stock for that very field, and its positions are those mines")
        .doesNotContain("EX-Q")
        .doesNotContain("positions-")
        .doesNotContain("fields-overlap");
  }

  @Test
  void theFieldsOfAScaledProgrammeHoldTheirSealedPositions() throws Exception {
    Program program = new Program(folder).with("FENCELINE_PERSON", "officer");
    assertThat(program.run("demo", "--scale", "1234").exitCode()).isZero();
    String list = program.run("seal", "list").out();
    List<String> addresses =
        Pattern.compile("attachment ([0-9a-f]{64})")
            .matcher(list)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(addresses).hasSize(13);
    long positions = 0;
    for (String address : addresses) {
      String file = "field-" + address + ".csv";
      Program.Answer opened =
          program.run(
              "unseal",
              address,
              "--identity",
              "east-shield.keys/depositary.key",
              "--ground",
              "exercise",
              "--until",
              "2026-12-31",
              "--output",
              file);
      assertThat(opened.exitCode()).as(opened.all()).isZero();
      assertThat(opened.out()).contains("counted again: as its record says");
      positions += Files.readAllLines(folder.resolve(file)).size() - 1;
    }
    assertThat(positions).isEqualTo(1234);
  }

  @Test
  void aRegisterThatIsNotTheDemosIsNeverReplaced() {
    Program program = new Program(folder);
    program.run("init", "east-shield", "--state", "POL", "--exercise");
    Program.Answer answer = program.run("demo");
    assertThat(answer.exitCode()).isEqualTo(3);
    assertThat(answer.err()).contains("this is not the demo's register");
  }
}
