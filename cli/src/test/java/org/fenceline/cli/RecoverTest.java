package org.fenceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recovery drill, with real files: the register is gone, and others hold parts of it. */
class RecoverTest {
  private static final Instant START = Instant.parse("2026-11-25T08:00:00Z");

  @TempDir Path folder = Path.of("");

  private Program program = new Program(Path.of(""));
  private Instant now = START;

  @BeforeEach
  void makeARegister() {
    program = new Program(folder).with("FENCELINE_PERSON", "anna");
    program.at(now);
    ok(
        "init",
        "pol",
        "--state",
        "POL",
        "--origin",
        "fenceline.example/pol",
        "--administrator",
        "anna");
    program.with("FENCELINE_REGISTER", "pol.fenceline");
    ok("log", "key", "new");
  }

  private Program.Answer ok(String... arguments) {
    Program.Answer answer = program.run(arguments);
    assertThat(answer.exitCode()).as(String.join(" ", arguments) + "\n" + answer.all()).isZero();
    return answer;
  }

  private Program.Answer refused(String code, String... arguments) {
    Program.Answer answer = program.run(arguments);
    assertThat(answer.exitCode()).as(answer.all()).isEqualTo(3);
    assertThat(answer.err()).contains("[" + code + "]");
    assertThat(folder.resolve("new.fenceline")).doesNotExist();
    assertThat(folder.resolve("new.fenceline.part")).doesNotExist();
    return answer;
  }

  private void later() {
    now = now.plus(Duration.ofHours(25));
    program.at(now);
  }

  private void lot(String name) throws IOException {
    record(
        "lot", "{\"body\":{\"lot\":\"" + name + "\",\"model\":\"P1\"},\"disclosure\":\"public\"}");
  }

  private void movement(String lot, int quantity, String to) throws IOException {
    record(
        "movement",
        "{\"on\":\"2026-02-05\",\"body\":{\"lines\":[{\"lot\":\""
            + lot
            + "\",\"quantity\":"
            + quantity
            + ",\"from\":\"factory\",\"to\":\""
            + to
            + "\"}]}}");
  }

  private void record(String kind, String text) throws IOException {
    Files.writeString(folder.resolve("fact.json"), text);
    ok("record", kind, "fact.json");
    now = now.plusSeconds(60);
    program.at(now);
  }

  private void office(String name) {
    ok(
        "init",
        name,
        "--state",
        "POL",
        "--origin",
        "fenceline.example/" + name,
        "--administrator",
        "ada");
    ok("log", "key", "new", "--register", name + ".fenceline");
  }

  private void lose() throws IOException {
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(folder.resolve("pol.fenceline" + suffix));
    }
  }

  private List<String> answers(String register) {
    List<String> answers = new ArrayList<>();
    answers.add(ok("export", "entries", "-", "--register", register).out());
    for (Instant known : List.of(START.plusSeconds(200), START.plus(Duration.ofHours(26)), now)) {
      for (String basis : List.of("--all", "--endorsed")) {
        answers.add(
            ok(
                    "stock",
                    "balance",
                    "--known-at",
                    known.toString(),
                    basis,
                    "--json",
                    "--register",
                    register)
                .out());
      }
    }
    answers.add(program.run("findings", "--json", "--register", register).out());
    return answers;
  }

  private static String number(Json.Obj json, String member) {
    return json.get(member).orElseThrow().toString();
  }

  @Test
  void everythingComesBackAsTheSameLogAndItsKeysSignOn() throws Exception {
    office("north");
    lot("X26");
    movement("X26", 600, "depot:WEST");
    ok("sync", "north.fenceline");
    later();
    movement("X26", 100, "minefield:F1");
    lot("X27");
    ok("publish", "www");
    ok("sync", "north.fenceline");
    List<String> before = answers("pol.fenceline");
    lose();

    Program.Answer drill =
        ok(
            "recover",
            "pol.fenceline",
            "--published",
            "www",
            "--from",
            "north.fenceline",
            "--dry-run");
    assertThat(drill.out()).contains("a drill: nothing was made; it would be the same log again");
    assertThat(folder.resolve("pol.fenceline")).doesNotExist();

    Program.Answer answer =
        ok(
            "recover",
            "pol.fenceline",
            "--published",
            "www",
            "--from",
            "north.fenceline",
            "--state",
            "POL");
    System.out.println(drill.out() + "\n" + answer.out());
    assertThat(answer.out())
        .contains("made the same log again, under its own origin; its keys sign on");
    assertThat(answers("pol.fenceline")).isEqualTo(before);
    ok("audit");
    assertThat(ok("audit", "--against", "www").out()).contains("extends");
    movement("X26", 1, "depot:EAST");
    later();
    assertThat(ok("publish", "www").out()).contains("published");
    assertThat(ok("sync", "north.fenceline").out()).contains("handed over 1 entries");
  }
}
