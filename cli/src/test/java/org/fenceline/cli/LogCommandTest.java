package org.fenceline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.fenceline.core.entry.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log as its users meet it: keys, persons, proofs, publishing, restores, audit. */
class LogCommandTest {
  private static final Instant START = Instant.parse("2026-11-25T08:00:00Z");

  @TempDir Path folder = Path.of("");

  private Program program = new Program(Path.of(""));

  @BeforeEach
  void makeARegister() {
    program = new Program(folder).with("FENCELINE_PERSON", "anna");
    program.at(START);
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

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }

  private String model(String name, String... more) throws Exception {
    write(name + ".json", modelText(name));
    String[] arguments =
        Stream.concat(Stream.of("record", "model", name + ".json", "--json"), Stream.of(more))
            .toArray(String[]::new);
    Program.Answer answer = program.run(arguments);
    assertThat(answer.exitCode()).as(answer.all()).isZero();
    Json receipts = answer.json().get("receipts").orElseThrow();
    Json.Obj receipt = (Json.Obj) ((Json.Arr) receipts).items().getFirst();
    return ((Json.Str) receipt.get("id").orElseThrow()).text();
  }

  private void writePolicy() throws Exception {
    write("pol.policy", ok("log", "key", "show").out());
  }

  @Test
  void aRecordIsProvenWithTwoCommands() throws Exception {
    String id = model("P1");
    ok("prove", id, "-o", "record.tlog-proof");
    writePolicy();
    Program.Answer proven = ok("verify", "record.tlog-proof", "--policy", "pol.policy");
    assertThat(proven.out())
        .contains("proven: model " + id)
        .contains("signed by its author with fenceline.example/pol/anna+")
        .contains("no witness saw this checkpoint")
        .contains("that what the record says is true");
  }

  @Test
  void aForgedRecordIsNotProven() throws Exception {
    String id = model("P1");
    ok("prove", id, "-o", "record.tlog-proof");
    writePolicy();
    String proof = Files.readString(folder.resolve("record.tlog-proof"));
    String extra =
        proof.lines().filter(line -> line.startsWith("extra ")).findFirst().orElseThrow();
    String bundle =
        new String(java.util.Base64.getDecoder().decode(extra.substring(6)), UTF_8)
            .replace("P1", "P2");
    write(
        "forged.tlog-proof",
        proof.replace(
            extra,
            "extra " + java.util.Base64.getEncoder().encodeToString(bundle.getBytes(UTF_8))));
    Program.Answer forged = program.run("verify", "forged.tlog-proof", "--policy", "pol.policy");
    assertThat(forged.exitCode()).isEqualTo(1);
    assertThat(forged.out()).contains("not proven").contains("not in the log at leaf");
    write("nobody.policy", "quorum none\n");
    assertThat(program.run("verify", "record.tlog-proof", "--policy", "nobody.policy").out())
        .contains("knows no log fenceline.example/pol");
  }

  @Test
  void afterARotationOldAndNewCheckpointsVerifyWithTheirOwnKeys() throws Exception {
    String id = model("P1");
    ok("prove", id, "-o", "before.tlog-proof");
    writePolicy();
    Files.move(folder.resolve("pol.policy"), folder.resolve("before.policy"));
    ok("log", "key", "rotate");
    String later = model("P2");
    ok("prove", later, "-o", "after.tlog-proof");
    writePolicy();
    ok("verify", "before.tlog-proof", "--policy", "before.policy");
    ok("verify", "after.tlog-proof", "--policy", "pol.policy");
    assertThat(program.run("verify", "after.tlog-proof", "--policy", "before.policy").exitCode())
        .isEqualTo(1);
    ok("audit");
  }

  @Test
  void whatIsPublishedGrowsOnScheduleAndHoldsPublicEntriesOnly() throws Exception {
    String secret = model("SECRET-MODEL");
    assertThat(ok("publish", "www").out()).contains("published");
    program.at(START.plus(Duration.ofHours(5)));
    model("P2");
    assertThat(ok("publish", "www").out()).contains("nothing published");
    program.at(START.plus(Duration.ofHours(25)));
    assertThat(ok("publish", "www").out()).contains("published");
    try (Stream<Path> files = Files.walk(folder.resolve("www"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes =
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("SECRET-MODEL").doesNotContain(secret);
      }
    }
    assertThat(folder.resolve("www/entries")).isDirectoryContaining("glob:**.json");
  }

  @Test
  void aRestoredRegisterIsHeldBackUntilItHoldsWhatWasPublished() throws Exception {
    model("P1");
    ok("backup", "older.fenceline");
    model("P2");
    ok("publish", "www");
    Files.copy(
        folder.resolve("older.fenceline"),
        folder.resolve("restored.fenceline"),
        StandardCopyOption.REPLACE_EXISTING);
    // File and key folder copied together: nothing here can know, but what was published does.
    Path keys = folder.resolve("restored.keys");
    copy(folder.resolve("pol.keys"), keys);
    Files.delete(keys.resolve("log/last-signed"));
    program.with("FENCELINE_REGISTER", "restored.fenceline");
    Program.Answer refused = program.run("publish", "www");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).contains("[log.behind]");
    assertThat(program.run("log", "resume", "--from", "www").err()).contains("[log.behind]");
    Program.Answer audit = program.run("audit", "--against", "www");
    assertThat(audit.exitCode()).isEqualTo(1);
    assertThat(audit.out()).contains("has only");
  }

  @Test
  void aRewrittenHistoryIsReportedAtTheFirstEntryThatDiffers() throws Exception {
    model("P1");
    ok("backup", "older.fenceline");
    model("P2");
    model("P3");
    ok("publish", "www");
    String checkpoint = Files.readString(folder.resolve("www/checkpoint"));
    write("checkpoint.txt", checkpoint);
    copy(folder.resolve("pol.keys"), folder.resolve("older.keys"));
    Files.delete(folder.resolve("older.keys/log/last-signed"));
    program.with("FENCELINE_REGISTER", "older.fenceline");
    ok("log", "checkpoint");
    for (int i = 4; i < 9; i++) {
      model("P" + i);
    }
    Program.Answer tiles = program.run("audit", "--against", "www");
    assertThat(tiles.exitCode()).isEqualTo(1);
    assertThat(tiles.out()).contains("REWRITTEN: the first entry that differs").contains("leaf 6");
    Program.Answer alone = program.run("audit", "--against", "checkpoint.txt");
    assertThat(alone.exitCode()).isEqualTo(1);
    assertThat(alone.out())
        .contains("no proof of consistency exists")
        .contains("still agrees with is the one of 6");
    assertThat(program.run("publish", "www").err()).contains("[log.forked]");
  }

  @Test
  void anHonestLogExtendsWhatWasSeen() throws Exception {
    model("P1");
    ok("publish", "www");
    write("checkpoint.txt", Files.readString(folder.resolve("www/checkpoint")));
    model("P2");
    assertThat(ok("audit", "--against", "www").out()).contains("extends the 6 entries");
    assertThat(ok("audit", "--against", "checkpoint.txt").out()).contains("by 2");
  }

  @Test
  void whatWasPublishedIsNeverOverwritten() throws Exception {
    model("P1");
    ok("publish", "www");
    Path entry;
    try (Stream<Path> files = Files.list(folder.resolve("www/tile/0"))) {
      entry = files.findFirst().orElseThrow();
    }
    assertThat(entry).exists();
    Program other = new Program(folder).with("FENCELINE_PERSON", "anna");
    other.at(START.plus(Duration.ofDays(9)));
    assertThat(
            other
                .run(
                    "init",
                    "two",
                    "--state",
                    "POL",
                    "--origin",
                    "fenceline.example/two",
                    "--administrator",
                    "anna")
                .exitCode())
        .isZero();
    other.with("FENCELINE_REGISTER", "two.fenceline");
    assertThat(other.run("log", "key", "new").exitCode()).isZero();
    assertThat(other.run("publish", "www").err()).contains("[publish.origin]");
  }

  @Test
  void personsAreListedWithWhetherTheirKeysCount() throws Exception {
    ok("identity", "new", "--as", "boris");
    ok("identity", "register", "--person", "boris", "--administrator");
    ok("identity", "new", "--as", "clerk");
    Program.Answer registered = ok("identity", "register", "--person", "clerk", "--json");
    Json.Obj receipt =
        (Json.Obj) ((Json.Arr) registered.json().get("receipts").orElseThrow()).items().getFirst();
    String id = ((Json.Str) receipt.get("id").orElseThrow()).text();
    assertThat(ok("identity", "list").out()).contains("a second administrator has to endorse it");
    ok("endorse", id, "--as", "boris");
    assertThat(ok("identity", "list").out()).doesNotContain("has to endorse it");
    String record = model("P1", "--as", "clerk");
    assertThat(ok("show", record).out()).contains("author proven since");
    String unsigned = model("P2", "--as", "visitor");
    assertThat(ok("show", unsigned).out()).contains("author not proven");
  }

  @Test
  void aFieldOfficeThatWasOfflineAndTheMinistryComeToHoldTheSame() throws Exception {
    model("P1");
    Program field = new Program(folder).with("FENCELINE_PERSON", "ada");
    field.at(START.plusSeconds(60));
    assertThat(
            field
                .run(
                    "init",
                    "north",
                    "--state",
                    "POL",
                    "--origin",
                    "fenceline.example/north",
                    "--administrator",
                    "ada")
                .exitCode())
        .isZero();
    field.with("FENCELINE_REGISTER", "north.fenceline");
    assertThat(field.run("log", "key", "new").exitCode()).isZero();
    Program.Answer synced = ok("sync", "north.fenceline");
    assertThat(synced.out())
        .contains("took over 4 entries of fenceline.example/north")
        .contains("handed over 6 entries")
        .doesNotContain("without a proof");
    assertThat(ok("sync", "north.fenceline").out()).contains("took over 0 entries");
    ok("audit");
    assertThat(field.run("audit").exitCode()).isZero();
    assertThat(program.run("sync", "pol.fenceline").exitCode()).isEqualTo(2);
  }

  @Test
  void whatIsRestrictedShowsNothingButHowMuchOfItThereIs() throws Exception {
    Path quiet = Files.createDirectory(folder.resolve("quiet"));
    Path busy = Files.createDirectory(folder.resolve("busy"));
    for (Path place : List.of(quiet, busy)) {
      Program one = new Program(place).with("FENCELINE_PERSON", "anna");
      one.at(START);
      one.run(
          "init",
          "pol",
          "--state",
          "POL",
          "--origin",
          "fenceline.example/pol",
          "--administrator",
          "anna");
      one.run("log", "key", "new");
      for (int i = 1; i < 7; i++) {
        boolean moves = place.equals(busy);
        one.at(START.plusSeconds(moves ? i : 3600L * i));
        Files.writeString(place.resolve("fact.json"), moves ? movement(i) : modelText("M" + i));
        Program.Answer answer = one.run("record", moves ? "movement" : "model", "fact.json");
        assertThat(answer.exitCode()).as(answer.all()).isZero();
      }
      one.at(START.plus(Duration.ofDays(2)));
      assertThat(one.run("publish", "www").exitCode()).isZero();
    }
    assertThat(shapes(busy.resolve("www"))).isEqualTo(shapes(quiet.resolve("www")));
  }

  /** A field office's stick holds what it published: nothing else is needed to take it over. */
  @Test
  void publicEntriesAreTakenOverFromAPublishedFolder() throws Exception {
    model("P1");
    write("open.json", modelText("OPEN").replaceFirst("\\{", "{\"disclosure\":\"public\","));
    ok("record", "model", "open.json");
    ok("publish", "www");
    writePolicy();
    ok("init", "ltu", "--state", "LTU", "--origin", "fenceline.example/ltu");
    program.with("FENCELINE_REGISTER", "ltu.fenceline");
    write("nobody.policy", "quorum none\n");
    Program.Answer stranger = program.run("sync", "www", "--policy", "nobody.policy");
    assertThat(stranger.exitCode()).isEqualTo(3);
    assertThat(stranger.err()).contains("[sync.signature]");
    String taken = ok("sync", "www", "--policy", "pol.policy").out();
    assertThat(taken).contains("entries of fenceline.example/pol");
    assertThat(ok("sync", "www").out()).contains("took over 0 entries");
    assertThat(ok("export", "entries", "-").out()).contains("OPEN").doesNotContain("\"P1\"");
    ok("audit");
    Path damaged = folder.resolve("www/entries");
    try (Stream<Path> files = Files.list(damaged)) {
      for (Path file : files.toList()) {
        Files.writeString(file, Files.readString(file).replace("OPEN", "SHUT"));
      }
    }
    ok("init", "lva", "--state", "LVA", "--origin", "fenceline.example/lva");
    program.with("FENCELINE_REGISTER", "lva.fenceline");
    Program.Answer forged = program.run("sync", "www", "--policy", "pol.policy");
    assertThat(forged.exitCode()).isEqualTo(3);
    assertThat(forged.err()).contains("[sync.home-proof]");
    assertThat(program.run("sync", "www/tile").err()).contains("[publish.nothing]");
  }

  private static String modelText(String name) {
    return "{\"body\":{\"model\":\""
        + name
        + "\",\"category\":\"ap\",\"detectable\":true,\"selfDestruct\":false,"
        + "\"selfDeactivation\":false,\"remotelyDelivered\":false}}";
  }

  private static String movement(int number) {
    return "{\"on\":\"2026-02-05\",\"body\":{\"lines\":[{\"lot\":\"L"
        + number
        + "\",\"quantity\":600,\"from\":\"factory\",\"to\":\"minefield:F"
        + number
        + "\"}]}}";
  }

  /** Names and lengths of all files: all that a stranger has beside bytes that look random. */
  private static List<String> shapes(Path published) throws Exception {
    try (Stream<Path> files = Files.walk(published)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> published.relativize(file) + " " + file.toFile().length())
          .sorted()
          .toList();
    }
  }

  private static void copy(Path from, Path to) throws Exception {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.sorted(Comparator.naturalOrder()).toList();
    }
    for (Path file : files) {
      Files.copy(file, to.resolve(from.relativize(file).toString()));
    }
  }
}
