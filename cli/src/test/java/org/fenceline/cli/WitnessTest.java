package org.fenceline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.log.policy.PolicyText;
import org.fenceline.server.witness.WitnessServer;
import org.fenceline.store.witness.Witness;
import org.fenceline.store.witness.WitnessFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log and its witnesses, as those who run them meet them. */
class WitnessTest {
  private static final Instant START = Instant.parse("2026-11-25T08:00:00Z");

  @TempDir Path folder = Path.of("");

  private Program program = new Program(Path.of(""));

  @BeforeEach
  void makeARegister() throws Exception {
    program = new Program(folder).with("FENCELINE_PERSON", "anna");
    program.at(START);
    ok("init", "pol", "--state", "POL", "--origin", "fenceline.example/pol");
    program.with("FENCELINE_REGISTER", "pol.fenceline");
    ok("log", "key", "new");
    Files.writeString(folder.resolve("logs.policy"), ok("log", "key", "show").out());
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
    return answer;
  }

  private String record(String name) throws Exception {
    Files.writeString(
        folder.resolve(name + ".json"),
        """
        {"body": {"model": "%s", "category": "ap", "detectable": true, "selfDestruct": false,
          "selfDeactivation": false, "remotelyDelivered": false}}
        """
            .formatted(name));
    Json receipts =
        ok("record", "model", name + ".json", "--json").json().get("receipts").orElseThrow();
    Json.Obj receipt = (Json.Obj) ((Json.Arr) receipts).items().getFirst();
    return ((Json.Str) receipt.get("id").orElseThrow()).text();
  }

  /** A witness of this log, and the policy file that asks it. */
  private WitnessServer start() throws Exception {
    WitnessFolder state = new WitnessFolder(folder.resolve("witness"), Optional.empty());
    if (!state.hasKeys()) {
      state.makeKeys("ombudsman.example/witness", new SecureRandom());
    }
    String logs = Files.readString(folder.resolve("logs.policy"));
    Witness witness = new Witness(state, PolicyText.parse(logs), () -> START);
    WitnessServer server = WitnessServer.start(witness, "127.0.0.1", 0, _ -> {});
    String lines =
        witness.verifiers().stream()
            .map(key ->
                "witness w-%s %s http://127.0.0.1:%d\n".formatted(key.type(), key, server.port()))
            .collect(Collectors.joining());
    Files.writeString(
        folder.resolve("asked.policy"),
        logs.replace("quorum none\n", lines)
            + "group both all w-ED25519_COSIGNATURE w-ML_DSA_44_COSIGNATURE\nquorum both\n");
    return server;
  }

  private void copy(String from, String to) throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve(from))) {
      for (Path file : files.toList()) {
        Path target = folder.resolve(to).resolve(folder.resolve(from).relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  @Test
  void nothingIsPublishedBeforeTheQuorumCosigned() throws Exception {
    record("one");
    start().close();
    refused("publish.quorum", "publish", "www", "--policy", "asked.policy");
    assertThat(folder.resolve("www")).doesNotExist();
    try (WitnessServer server = start()) {
      assertThat(server.port()).isPositive();
      assertThat(ok("publish", "www", "--policy", "asked.policy").out()).contains("cosigned");
    }
    assertThat(Files.readString(folder.resolve("www/checkpoint")))
        .contains("\u2014 ombudsman.example/witness ");
    ok("audit");
  }

  @Test
  void aProofCarriesTheNewestWitnessTime() throws Exception {
    String id = record("one");
    try (WitnessServer server = start()) {
      assertThat(server.port()).isPositive();
      ok("prove", id, "-o", "one.tlog-proof", "--policy", "asked.policy");
    }
    program.at(START.plusSeconds(7_200));
    assertThat(ok("verify", "one.tlog-proof", "--policy", "asked.policy").out())
        .contains("seen by ombudsman.example/witness")
        .contains("120 minutes ago");
  }

  /** Nothing on this machine can know; the witness does. */
  @Test
  void aCopyOfFileAndKeyFolderIsCaughtByTheWitness() throws Exception {
    record("one");
    try (WitnessServer server = start()) {
      assertThat(server.port()).isPositive();
      Files.createDirectory(folder.resolve("copy"));
      Files.copy(folder.resolve("pol.fenceline"), folder.resolve("copy/pol.fenceline"));
      copy("pol.keys", "copy/pol.keys");
      record("two");
      ok("log", "checkpoint", "--policy", "asked.policy");
      program.with("FENCELINE_REGISTER", "copy/pol.fenceline");
      Program.Answer behind = program.run("log", "checkpoint", "--policy", "asked.policy");
      assertThat(behind.exitCode()).isEqualTo(1);
      assertThat(behind.out()).contains("more than there are here");
      record("three");
      Program.Answer forked = program.run("log", "checkpoint", "--policy", "asked.policy");
      assertThat(forked.exitCode()).isEqualTo(1);
      assertThat(forked.out()).contains("has seen another history of this log");
      refused("publish.contradicted", "publish", "www", "--policy", "asked.policy");
      assertThat(folder.resolve("www")).doesNotExist();
    }
  }

  @Test
  void restoredKeysSignOnFromWhatAWitnessSaw() throws Exception {
    record("one");
    copy("pol.keys", "old.keys");
    String address;
    try (WitnessServer server = start()) {
      address = "http://127.0.0.1:" + server.port();
      refused("log.nothing-published", "log", "resume", "--from", address);
      ok("log", "checkpoint", "--policy", "asked.policy");
      assertThat(ok("log", "resume", "--from", address).out()).contains("had signed as much");
      assertThat(ok("log", "resume", "--from", address, "--keys", "old.keys").out())
          .contains("sign on from there");
      ok("log", "checkpoint", "--keys", "old.keys");
      copy("pol.fenceline", "older.fenceline");
      record("two");
      ok("log", "checkpoint", "--policy", "asked.policy");
      program.with("FENCELINE_REGISTER", "older.fenceline");
      refused("log.behind", "log", "resume", "--from", address, "--keys", "old.keys");
    }
    refused("witness.silent", "log", "resume", "--from", address, "--keys", "old.keys");
  }

  @Test
  void cosignaturesTravelByFile() throws Exception {
    record("one");
    ok("log", "request", "-o", "request.txt");
    refused("witness.new", "log", "cosign", "request.txt", "--logs", "logs.policy", "-o", "a.txt");
    String[] cosign = {
      "log", "cosign", "request.txt", "--logs", "logs.policy", "--state", "witness", "-o", "a.txt"
    };
    ok(
        Stream.concat(Stream.of(cosign), Stream.of("--name", "ombudsman.example/witness"))
            .toArray(String[]::new));
    start().close();
    refused("log.no-cosignature", "log", "cosigned", "a.txt", "--policy", "logs.policy");
    assertThat(ok("log", "cosigned", "a.txt", "--policy", "asked.policy").out())
        .contains("quorum is met");
    ok("publish", "www", "--policy", "asked.policy");
    record("two");
    ok("log", "request", "-o", "request.txt");
    Program.Answer behind = program.run(cosign);
    assertThat(behind.exitCode()).isEqualTo(1);
    assertThat(behind.out()).contains("--old-size 2");
    ok("log", "request", "--old-size", "2", "-o", "request.txt");
    ok(cosign);
    ok("log", "cosigned", "a.txt", "--policy", "asked.policy");
    record("three");
    program.at(START.plusSeconds(200_000));
    // The witness has not seen the third record: what it has seen is published.
    assertThat(ok("publish", "www", "--policy", "asked.policy").out()).contains("published 3");
    List<String> all = List.of(Files.readString(folder.resolve("a.txt")).split("\n"));
    Files.writeString(
        folder.resolve("a.txt"),
        String.join("\n", all).replace("fenceline.example/pol\n3", "fenceline.example/pol\n2")
            + "\n",
        UTF_8);
    refused("log.signature", "log", "cosigned", "a.txt", "--policy", "asked.policy");
  }

  @Test
  void anAnswerToAnotherRegistersRequestIsNotTaken() throws Exception {
    record("one");
    ok("log", "request", "-o", "request.txt");
    ok(
        "log",
        "cosign",
        "request.txt",
        "--logs",
        "logs.policy",
        "--state",
        "witness",
        "--name",
        "ombudsman.example/witness",
        "-o",
        "a.txt");
    start().close();
    ok("init", "ltu", "--state", "LTU", "--origin", "fenceline.example/ltu");
    program.with("FENCELINE_REGISTER", "ltu.fenceline");
    refused("log.not-ours", "log", "cosigned", "a.txt", "--policy", "asked.policy");
  }
}
