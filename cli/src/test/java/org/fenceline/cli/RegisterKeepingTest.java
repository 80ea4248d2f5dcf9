package org.fenceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person keeps a register: record, correct, endorse, void, look back. */
class RegisterKeepingTest {
  private static final String MADE =
      """
      {"on": "2026-03-05",
       "body": {"lines": [{"lot": "L", "quantity": %d, "from": "factory", "to": "depot:A"}]}}
      """;

  @TempDir Path folder = Path.of("");

  private Program program = new Program(folder);

  @BeforeEach
  void made() {
    program = new Program(folder);
    Program.Answer answer =
        program.run("init", "pol", "--state", "POL", "--origin", "fenceline.example/pol");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
  }

  private String record(long mines) {
    Program.Answer answer =
        program.runWith(
            MADE.formatted(mines), "record", "movement", "-", "--as", "clerk", "--json");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    return id(answer);
  }

  private static String id(Program.Answer answer) {
    Json.Arr receipts = (Json.Arr) answer.json().get("receipts").orElseThrow();
    return text((Json.Obj) receipts.items().getFirst(), "id");
  }

  private static String text(Json.Obj object, String member) {
    return ((Json.Str) object.get(member).orElseThrow()).text();
  }

  private long held(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("stock", "balance", "--account", "depot:A", "--json"));
    arguments.addAll(List.of(options));
    if (!arguments.contains("--on")) {
      arguments.addAll(List.of("--on", "2026-12-31"));
    }
    Program.Answer answer = program.run(arguments.toArray(String[]::new));
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    Json.Arr balances = (Json.Arr) answer.json().get("balances").orElseThrow();
    return balances.items().isEmpty()
        ? 0
        : ((Json.Int) ((Json.Obj) balances.items().getFirst()).get("mines").orElseThrow()).number();
  }

  @Test
  void aRecordIsCorrectedEndorsedAndVoidedAndEveryPastAnswerStays() {
    program.at(Instant.parse("2026-04-01T09:00:00Z"));
    String id = record(10);
    program.at(Instant.parse("2026-04-02T09:00:00Z"));
    assertThat(program.run("endorse", id, "--as", "officer").exitCode()).isZero();
    program.at(Instant.parse("2026-04-03T09:00:00Z"));
    Program.Answer corrected =
        program.runWith(MADE.formatted(12), "correct", id, "-", "--as", "clerk", "--json");
    assertThat(corrected.exitCode()).as(corrected.err()).isZero();
    assertThat(held()).isEqualTo(12);
    assertThat(held("--endorsed")).as("a correction is unendorsed at first").isEqualTo(10);
    program.at(Instant.parse("2026-04-04T09:00:00Z"));
    assertThat(program.run("endorse", id, "--as", "officer").exitCode())
        .as("endorses the version that stands")
        .isZero();
    assertThat(held("--endorsed")).isEqualTo(12);
    program.at(Instant.parse("2026-04-05T09:00:00Z"));
    Program.Answer voided = program.run("void", id, "--reason", "twice", "--as", "clerk", "--json");
    assertThat(voided.exitCode()).as(voided.err()).isZero();
    assertThat(held()).isZero();
    assertThat(held("--endorsed")).as("an unendorsed void takes nothing away").isEqualTo(12);
    assertThat(held("--known-at", "2026-03-31")).isZero();
    assertThat(held("--known-at", "2026-04-01")).isEqualTo(10);
    assertThat(held("--known-at", "2026-04-04")).isEqualTo(12);
    assertThat(held("--known-here-at", "2026-04-01")).isEqualTo(10);
    assertThat(held("--known-at", "2026-04-04", "--on", "2026-03-04")).isZero();
    Program.Answer shown = program.run("show", id);
    assertThat(shown.out()).contains("does not stand").contains("endorsement of").contains("twice");
    assertThat(program.run("rebuild").exitCode()).isZero();
  }

  @Test
  void theVoidOfOneVersionLetsTheOneBeforeStandAgain() {
    String id = record(10);
    String correction =
        id(program.runWith(MADE.formatted(12), "correct", id, "-", "--as", "clerk", "--json"));
    assertThat(
            program
                .run("void", correction, "--only", "--reason", "was right", "--as", "clerk")
                .exitCode())
        .isZero();
    assertThat(held()).isEqualTo(10);
  }

  @Test
  void anUncertainDateGivesTwoNumbers() {
    program.runWith(
        MADE.formatted(7).replace("2026-03-05", "2026-03"), "record", "movement", "-", "--as", "c");
    assertThat(program.run("stock", "balance", "--on", "2026-03-10").out())
        .contains("0 to 7 (cannot be decided)");
    assertThat(held()).isEqualTo(7);
  }

  @Test
  void aCopyUnderANewOriginHasTheSameEntries() {
    record(10);
    assertThat(
            program
                .run(
                    "init",
                    "again",
                    "--state",
                    "POL",
                    "--origin",
                    "fenceline.example/again",
                    "--from",
                    "pol.fenceline")
                .exitCode())
        .isZero();
    String ours = program.run("export", "entries", "-", "--register", "pol.fenceline").out();
    String theirs = program.run("export", "entries", "-", "--register", "again.fenceline").out();
    assertThat(theirs).isEqualTo(ours).contains("\"salt\"");
  }

  @Test
  void aBackupOpensAndAnswersAlike() {
    record(10);
    assertThat(program.run("backup", "copy.fenceline").exitCode()).isZero();
    assertThat(folder.resolve("copy.fenceline")).exists();
    assertThat(program.run("rebuild", "--register", "copy.fenceline").exitCode()).isZero();
  }

  @Test
  void withoutARegisterOrAPersonTheUsageSaysWhatToDo() throws Exception {
    assertThat(program.runWith(MADE.formatted(1), "record", "movement", "-").exitCode())
        .isEqualTo(2);
    Files.copy(folder.resolve("pol.fenceline"), folder.resolve("two.fenceline"));
    Program.Answer which = program.run("stock", "balance");
    assertThat(which.exitCode()).isEqualTo(2);
    assertThat(which.err()).contains("pol.fenceline, two.fenceline");
    assertThat(
            new Program(folder)
                .with("FENCELINE_REGISTER", "pol.fenceline")
                .run("stock", "balance")
                .exitCode())
        .isZero();
  }

  @Test
  void anExerciseRegisterMarksEveryAnswer() {
    Program exercise = new Program(folder).with("FENCELINE_REGISTER", "ex.fenceline");
    exercise.run("init", "ex", "--state", "POL", "--exercise");
    for (String[] command :
        new String[][] {
          {"stock", "balance"}, {"findings"}, {"stock", "reconcile"}, {"rebuild"}, {"backup", "b"},
        }) {
      assertThat(exercise.run(command).out()).startsWith("EXERCISE");
      assertThat(command[0].equals("backup") ? Optional.empty() : json(exercise, command))
          .isEqualTo(command[0].equals("backup") ? Optional.empty() : Optional.of(Json.of(true)));
    }
  }

  private static Optional<Json> json(Program program, String[] command) {
    String[] arguments = java.util.Arrays.copyOf(command, command.length + 1);
    arguments[command.length] = "--json";
    return program.run(arguments).json().get("exercise");
  }
}
