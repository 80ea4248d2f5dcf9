package org.fenceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.recovery.LeafRanges;
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
    ok("record", kind, "fact.json", "--as", "clerk");
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
    ok("log", "key", "new", "--register", name + ".fenceline", "--as", "ada");
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
      String[] balance = {
        "stock", "balance", "--known-at", known.toString(), "--json", "--register", register
      };
      answers.add(ok(balance).out());
      answers.add(ok(with(balance, "--endorsed")).out());
    }
    answers.add(program.run("findings", "--json", "--register", register).out());
    return answers;
  }

  private List<String> lostLeaves(Program.Answer answer, String member) {
    return ((Json.Arr) answer.json().get(member).orElseThrow())
        .items().stream().map(item -> ((Json.Str) item).text()).toList();
  }

  /** Leaves that are not public, as the register itself says, in ranges. */
  private List<String> restricted(String register) {
    List<String> lines =
        ok("export", "entries", "-", "--register", register).out().lines().toList();
    SortedSet<Long> leaves = new TreeSet<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).contains("\"disclosure\":\"public\"")) {
        leaves.add((long) i);
      }
    }
    return LeafRanges.of(leaves).stream().map(Object::toString).toList();
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

    Program.Answer answer = recover("--from", "north.fenceline");
    assertThat(answer.exitCode()).as(answer.all()).isZero();
    assertThat(answer.out())
        .contains("12 of 12 leaves of fenceline.example/pol came back")
        .contains("from north.fenceline, which has 12 of them")
        .contains("what the keys in pol.keys signed last, 12 entries: the same history")
        .contains("the log extends the 12 entries that were published by 0")
        .contains("made the same log again, under its own origin; its keys sign on");
    assertThat(answers("pol.fenceline")).isEqualTo(before);
    ok("audit");
    assertThat(ok("audit", "--against", "www").out()).contains("extends the 12 entries");
    movement("X26", 1, "depot:EAST");
    later();
    assertThat(ok("publish", "www").out()).contains("published 13 entries");
    assertThat(ok("sync", "north.fenceline").out()).contains("handed over 1 entries");
  }

  private Program.Answer recover(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("recover", "pol.fenceline", "--published", "www", "--state", "POL"));
    arguments.addAll(List.of(more));
    return program.run(arguments.toArray(String[]::new));
  }

  @Test
  void whatWasSignedAfterPublishingComesBackThroughAnotherRegistersProofs() throws Exception {
    lot("X26");
    movement("X26", 600, "depot:WEST");
    ok("publish", "www");
    movement("X26", 100, "minefield:F1");
    office("north");
    // The lost log takes the other's entries over first, so that no proof of its own log has them.
    ok("sync", "north.fenceline");
    movement("X26", 50, "minefield:F2");
    ok("sync", "north.fenceline");
    List<String> before = answers("pol.fenceline");
    lose();
    Program.Answer answer = recover("--from", "north.fenceline");
    assertThat(answer.exitCode()).as(answer.all()).isZero();
    assertThat(answer.out())
        .contains("12 of 12 leaves")
        .contains("the checkpoint of 11 entries that came with north.fenceline: the same history")
        .contains("the checkpoint of 12 entries that came with north.fenceline: the same history")
        .contains("extends the 6 entries that were published by 6");
    assertThat(answers("pol.fenceline")).isEqualTo(before);
    ok("log", "checkpoint");
    ok("audit");
  }

  @Test
  void whatNobodyElseHadIsLostAndAnotherLogTakesThePlace() throws Exception {
    office("north");
    lot("X26");
    movement("X26", 600, "depot:WEST");
    ok("sync", "north.fenceline");
    movement("X26", 100, "minefield:F1");
    lot("X27");
    movement("X26", 50, "minefield:F2");
    later();
    ok("publish", "www");
    movement("X26", 25, "minefield:F3");
    ok("log", "checkpoint");
    lose();

    Program.Answer incomplete =
        program.run(
            "recover",
            "new.fenceline",
            "--published",
            "www",
            "--from",
            "north.fenceline",
            "--keys",
            "pol.keys",
            "--json");
    assertThat(incomplete.exitCode()).isEqualTo(3);
    assertThat(incomplete.err())
        .contains("3 of 14 leaves have no content")
        .contains("[recover.incomplete]");
    assertThat(lostLeaves(incomplete, "hashOnly")).containsExactly("10", "12");
    assertThat(lostLeaves(incomplete, "unknown")).containsExactly("13");
    assertThat(folder.resolve("new.fenceline")).doesNotExist();

    Program.Answer drill =
        program.run(
            "recover",
            "new.fenceline",
            "--published",
            "www",
            "--from",
            "north.fenceline",
            "--keys",
            "pol.keys",
            "--dry-run");
    assertThat(drill.exitCode()).as(drill.all()).isEqualTo(1);
    assertThat(drill.out()).contains("the log could not go on");

    Program.Answer answer =
        program.run(
            "recover",
            "new.fenceline",
            "--published",
            "www",
            "--from",
            "north.fenceline",
            "--keys",
            "pol.keys",
            "--state",
            "POL",
            "--origin",
            "fenceline.example/pol-2",
            "--succeeds",
            "the disk burnt",
            "--administrator",
            "anna");
    assertThat(answer.exitCode()).as(answer.all()).isEqualTo(1);
    assertThat(answer.out())
        .contains("11 of 14 leaves of fenceline.example/pol came back")
        .contains("known by hash only: 2, leaf 10, 12")
        .contains("signed, and not known at all: 1, leaf 13")
        .contains("11 of 11 entries carry what the lost log proves of them")
        .contains("made fenceline.example/pol-2, which takes the place of fenceline.example/pol");
    program.with("FENCELINE_REGISTER", "new.fenceline");
    String first = ok("export", "entries", "-").out().lines().findFirst().orElseThrow();
    assertThat(first)
        .contains("\"kind\":\"origin-succeeded\"")
        .contains(
            "the disk burnt; 11 of 14 leaves came back; known by hash only: 10, 12; signed and not"
                + " known at all: 13");
    ok("audit");
    ok("log", "key", "new");
    ok("publish", "www-2");
    ok("sync", "north.fenceline");
    ok("audit");
    assertThat(ok("identity", "list").out()).contains("anna  administrator  counts since");
  }

  @Test
  void withoutAnyOtherRegisterThePublicEntriesComeBackAndNoOthers() throws Exception {
    lot("X26");
    movement("X26", 600, "depot:WEST");
    movement("X26", 100, "minefield:F1");
    lot("X27");
    ok("publish", "www");
    List<String> restricted = restricted("pol.fenceline");
    lose();
    Program.Answer answer =
        program.run("recover", "pol.fenceline", "--published", "www", "--json", "--dry-run");
    assertThat(lostLeaves(answer, "hashOnly")).isEqualTo(restricted);
    assertThat(lostLeaves(answer, "unknown")).isEmpty();
  }

  @Test
  void aCopyBringsBackWhatItHoldsAndWhenThatHadArrived() throws Exception {
    office("north");
    ok("sync", "north.fenceline");
    lot("X26");
    movement("X26", 600, "depot:WEST");
    ok("backup", "older.fenceline");
    movement("X26", 100, "minefield:F1");
    ok("publish", "www");
    lose();
    Program.Answer drill =
        program.run(
            "recover",
            "pol.fenceline",
            "--published",
            "www",
            "--from",
            "older.fenceline",
            "--json",
            "--dry-run");
    assertThat(lostLeaves(drill, "hashOnly")).containsExactly("10");
    program.with("FENCELINE_REGISTER", "older.fenceline");
    assertThat(program.run("log", "checkpoint", "--keys", "pol.keys").err())
        .contains("[log.behind]")
        .contains("fenceline recover");
  }

  @Test
  void aCopyThatIsNewerThanWhatWasPublishedIsTakenAsFarAsItWasSigned() throws Exception {
    lot("X26");
    ok("publish", "www");
    movement("X26", 600, "depot:WEST");
    movement("X26", 100, "minefield:F1");
    ok("log", "checkpoint");
    List<String> before = answers("pol.fenceline");
    movement("X26", 50, "minefield:F2");
    ok("backup", "copy.fenceline");
    lose();
    later();
    Program.Answer answer =
        program.run("recover", "pol.fenceline", "--published", "www", "--from", "copy.fenceline");
    assertThat(answer.exitCode()).as(answer.all()).isZero();
    assertThat(answer.out())
        .contains("7 of 7 leaves")
        .contains("copy.fenceline, leaf 7: no checkpoint that was signed covers it");
    assertThat(answers("pol.fenceline").getFirst()).isEqualTo(before.getFirst());
    assertThat(
            ok("stock", "balance", "--known-here-at", START.plus(Duration.ofHours(1)).toString())
                .out())
        .contains("depot:WEST");
  }

  @Test
  void keysThatSignedAnotherHistoryStopIt() throws Exception {
    lot("X26");
    ok("backup", "older.fenceline");
    lot("X27");
    ok("publish", "www");
    copy(folder.resolve("pol.keys"), folder.resolve("older.keys"));
    Files.delete(folder.resolve("older.keys/log/last-signed"));
    program.with("FENCELINE_REGISTER", "older.fenceline");
    lot("X28");
    ok("log", "checkpoint");
    lose();
    refused("log.forked", "recover", "new.fenceline", "--published", "www", "--keys", "older.keys");
  }

  @Test
  void anEntryUnderAForkedCheckpointIsNotTaken() throws Exception {
    office("north");
    lot("X26");
    ok("backup", "older.fenceline");
    copy(folder.resolve("pol.keys"), folder.resolve("older.keys"));
    lot("X27");
    ok("publish", "www");
    program.with("FENCELINE_REGISTER", "older.fenceline");
    lot("X28");
    lot("X29");
    ok("sync", "north.fenceline");
    lose();
    Program.Answer answer =
        program.run(
            "recover",
            "new.fenceline",
            "--published",
            "www",
            "--from",
            "north.fenceline",
            "--dry-run");
    assertThat(answer.out())
        .contains("ANOTHER HISTORY, though the log signed it")
        .contains("shows another history than the one that was published");
  }

  @Test
  void eachKindOfBadInputIsRefusedPlainly() throws Exception {
    office("north");
    office("stranger");
    lot("X26");
    movement("X26", 600, "depot:WEST");
    ok("sync", "north.fenceline");
    lot("X27");
    ok("publish", "www");
    ok("init", "drill", "--state", "POL", "--exercise");
    ok("log", "key", "new", "--register", "drill.fenceline");
    String[] plain = {"recover", "new.fenceline", "--published", "www", "--state", "POL"};

    refused("store.exists", "recover", "pol.fenceline", "--published", "www");
    refused("log.nothing-published", "recover", "new.fenceline", "--published", "nowhere");
    refused("recover.stranger", with(plain, "--from", "stranger.fenceline"));
    refused("register.exercise", with(plain, "--from", "drill.fenceline"));
    refused("store.missing", with(plain, "--from", "nowhere.fenceline"));
    refused("input.missing", with(plain, "--attachments", "nowhere"));
    refused("key.missing", with(plain, "--keys", "nowhere"));
    refused("log.foreign-key", with(plain, "--keys", "north.keys"));
    refused("recover.incomplete", plain);
    refused(
        "register.origin",
        with(
            plain,
            "--origin",
            "fenceline.example/x/exercise",
            "--succeeds",
            "s",
            "--administrator",
            "a"));
    refused(
        "register.origin",
        with(
            plain, "--origin", "fenceline.example/pol", "--succeeds", "s", "--administrator", "a"));
    assertThat(program.run(with(plain, "--succeeds", "the disk burnt")).exitCode()).isEqualTo(2);

    copy(folder.resolve("www"), folder.resolve("flipped"));
    Path tile = folder.resolve("flipped/tile/0/000.p").toFile().listFiles()[0].toPath();
    byte[] bytes = Files.readAllBytes(tile);
    bytes[3 * 32] ^= 1;
    Files.write(tile, bytes);
    assertThat(
            refused("publish.damaged", "recover", "new.fenceline", "--published", "flipped").err())
        .contains("flipped/tile/0/000.p/")
        .contains("leaf 3");

    copy(folder.resolve("www"), folder.resolve("unsigned"));
    Path checkpoint = folder.resolve("unsigned/checkpoint");
    String note = Files.readString(checkpoint);
    int signature = note.indexOf("\u2014 ") + 2 + "fenceline.example/pol ".length() + 20;
    Files.writeString(
        checkpoint,
        note.substring(0, signature)
            + (note.charAt(signature) == 'A' ? 'B' : 'A')
            + note.substring(signature + 1));
    refused("log.signature", "recover", "new.fenceline", "--published", "unsigned");
    Files.writeString(
        checkpoint, note.replace("\u2014 fenceline.example/pol ", "\u2014 somebody "));
    refused("recover.checkpoint", "recover", "new.fenceline", "--published", "unsigned");

    ok(
        "init",
        "other",
        "--state",
        "POL",
        "--origin",
        "fenceline.example/pol",
        "--administrator",
        "eve");
    ok("log", "key", "new", "--register", "other.fenceline");
    refused("recover.keys", with(plain, "--keys", "other.keys"));
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void aChangedPublicEntryIsNotTakenAndNamed() throws Exception {
    office("north");
    lot("X26");
    ok("publish", "www");
    ok("sync", "north.fenceline");
    Path entry = folder.resolve("www/entries/4.json");
    Files.writeString(entry, Files.readString(entry).replace("X26", "X62"));
    Files.writeString(folder.resolve("www/entries/3.json"), "{}");
    lose();
    Program.Answer answer = recover("--from", "north.fenceline");
    assertThat(answer.exitCode()).as(answer.all()).isZero();
    assertThat(answer.out())
        .contains("www, entry ")
        .contains("is not the entry whose hash was published as leaf 4")
        .contains("www, leaf 3: ");
    ok("audit");
  }

  @Test
  void aRotationIsFollowedToTheKeysThatSignNow() throws Exception {
    office("north");
    lot("X26");
    ok("log", "key", "rotate");
    lot("X27");
    ok("publish", "www");
    ok("log", "key", "rotate");
    ok("sync", "north.fenceline");
    lose();
    Program.Answer answer = recover("--from", "north.fenceline");
    assertThat(answer.exitCode()).as(answer.all()).isZero();
    ok("log", "checkpoint");
    ok("audit");
  }

  @Test
  void anExerciseIsMarkedAndItsSuccessorIsOneToo() throws Exception {
    ok("init", "drill", "--state", "POL", "--exercise", "--origin", "fenceline.example/drill");
    program.with("FENCELINE_REGISTER", "drill.fenceline");
    ok("log", "key", "new", "--as", "clerk");
    lot("X26");
    movement("X26", 600, "depot:WEST");
    ok("publish", "www");
    Program.Answer answer =
        program.run(
            "recover",
            "new.fenceline",
            "--published",
            "www",
            "--state",
            "POL",
            "--origin",
            "fenceline.example/drill-2",
            "--succeeds",
            "fire",
            "--administrator",
            "anna");
    assertThat(answer.exitCode()).as(answer.all()).isEqualTo(1);
    assertThat(answer.out())
        .contains("EXERCISE")
        .contains("made fenceline.example/drill-2/exercise")
        .contains("not held against the log's own keys");
    ok("audit", "--register", "new.fenceline");
  }

  private static String text(Program.Answer answer, String member) {
    return ((Json.Str) answer.json().get(member).orElseThrow()).text();
  }

  private static String id(Program.Answer answer) {
    Json receipts = answer.json().get("receipts").orElseThrow();
    Json.Obj receipt = (Json.Obj) ((Json.Arr) receipts).items().getFirst();
    return ((Json.Str) receipt.get("id").orElseThrow()).text();
  }

  private void sealingPolicy() throws IOException {
    StringBuilder policy = new StringBuilder("body:\n  policy: office\n  recipients:\n");
    for (String name : List.of("one", "two")) {
      policy.append(
          "    - {name: %s, role: custodian, key: %s}\n"
              .formatted(name, text(ok("seal", "key", "new", name + ".key", "--json"), "key")));
    }
    Files.writeString(folder.resolve("office.yaml"), policy);
    ok(
        "endorse",
        id(ok("record", "sealing-policy", "office.yaml", "--as", "clerk", "--json")),
        "--as",
        "officer");
  }

  /** Seals a text, keeps its encrypted file in {@code sealed}, and gives its address. */
  private String seal(String name, String kind) throws IOException {
    Files.writeString(folder.resolve(name + ".txt"), "what " + name + " says");
    String address =
        text(
            ok(
                "seal",
                name + ".txt",
                "--kind",
                kind,
                "--policy",
                "office",
                "--as",
                "clerk",
                "--json"),
            "address");
    Files.createDirectories(folder.resolve("sealed"));
    ok("seal", "export", address, "--output", "sealed/" + name);
    return address;
  }

  private String erase(String address) {
    return id(ok("erase", address, "--reason", "asked for", "--as", "clerk", "--json"));
  }

  @Test
  void anErasedAttachmentNeverComesBackAndAMissingOneIsNamed() throws Exception {
    office("north");
    sealingPolicy();
    String erased = seal("erased", "personal");
    String kept = seal("kept", "personal");
    String lost = seal("lost", "positions");
    ok("backup", "older.fenceline");
    ok("endorse", erase(erased), "--as", "officer");
    ok("publish", "www");
    ok("sync", "north.fenceline");
    lose();
    Files.delete(folder.resolve("sealed/lost"));
    forget("north.fenceline", lost);
    forget("north.fenceline", kept);
    Program.Answer answer = recover("--from", "north.fenceline", "--attachments", "sealed");
    assertThat(answer.exitCode()).as(answer.all()).isEqualTo(1);
    assertThat(answer.out())
        .contains("1 sealed attachments came back, 1 stay erased, 1 are missing")
        .contains("1 from sealed")
        .contains("missing: " + lost + " (positions), entry ");
    assertThat(ok("seal", "list").out()).contains(erased);
    refusedExport("seal.erased", erased);
    ok("seal", "export", kept, "--output", "again");
    assertThat(folder.resolve("again")).hasSameBinaryContentAs(folder.resolve("sealed/kept"));
    ok("audit");

    // Not from a copy either that was made before it was erased.
    lose();
    Program.Answer again = recover("--from", "older.fenceline", "--from", "north.fenceline");
    assertThat(again.exitCode()).as(again.all()).isZero();
    assertThat(again.out())
        .contains("2 sealed attachments came back, 1 stay erased, 0 are missing");
    refusedExport("seal.erased", erased);
  }

  private void refusedExport(String code, String address) {
    Program.Answer answer = program.run("seal", "export", address, "--output", "never");
    assertThat(answer.exitCode()).as(answer.all()).isEqualTo(3);
    assertThat(answer.err()).contains("[" + code + "]");
    assertThat(folder.resolve("never")).doesNotExist();
  }

  @Test
  void anErasureWhoseEndorsementWasLostHoldsTheAttachmentBack() throws Exception {
    office("north");
    sealingPolicy();
    String erased = seal("erased", "personal");
    String erasure = erase(erased);
    ok("sync", "north.fenceline");
    ok("endorse", erasure, "--as", "officer");
    ok("publish", "www");
    lose();
    Program.Answer answer =
        program.run(
            "recover",
            "new.fenceline",
            "--published",
            "www",
            "--from",
            "north.fenceline",
            "--attachments",
            "sealed",
            "--keys",
            "pol.keys",
            "--state",
            "POL",
            "--origin",
            "fenceline.example/pol-2",
            "--succeeds",
            "fire",
            "--administrator",
            "anna");
    assertThat(answer.exitCode()).as(answer.all()).isEqualTo(1);
    assertThat(answer.out())
        .contains("0 sealed attachments came back, 0 stay erased, 0 are missing")
        .contains("left out: " + erased)
        .contains("the endorsement of that may be what was lost");
  }

  @Test
  void whatAnotherRegisterErasedIsNotBroughtBackFromAFolder() throws Exception {
    office("north");
    sealingPolicy();
    String erased = seal("erased", "personal");
    ok("publish", "www");
    ok("sync", "north.fenceline");
    program.with("FENCELINE_REGISTER", "north.fenceline");
    ok("endorse", erase(erased), "--as", "officer");
    program.with("FENCELINE_REGISTER", "pol.fenceline");
    lose();
    Program.Answer answer = recover("--from", "north.fenceline", "--attachments", "sealed");
    assertThat(answer.exitCode()).as(answer.all()).isZero();
    assertThat(answer.out())
        .contains("left out: " + erased)
        .contains("it is erased in north.fenceline");
  }

  private void forget(String register, String address) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(register));
        Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "delete from attachment where lower(hex(address)) = '" + address + "'"))
          .isEqualTo(1);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files = walk.sorted(Comparator.naturalOrder()).toList();
    }
    for (Path file : files) {
      Files.copy(
          file, to.resolve(from.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
