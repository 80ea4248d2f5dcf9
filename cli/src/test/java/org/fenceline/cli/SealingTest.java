package org.fenceline.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.fenceline.core.entry.json.Json;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sealing, opening on record, releasing and erasing, as a user meets them. */
class SealingTest {
  private static final String SECRET = "Jan Kowalski, ul. Graniczna 7, tel. 600 100 200";

  @TempDir Path folder = Path.of("");

  private Program program = new Program(folder);
  private String escrow = "";

  @BeforeEach
  void sealed() throws Exception {
    program = new Program(folder).with("FENCELINE_PERSON", "clerk");
    program.run("init", "pol", "--state", "POL", "--origin", "fenceline.example/pol");
    Files.writeString(folder.resolve("survivor.txt"), SECRET);
    String one = key("one");
    String two = key("two");
    key("stranger");
    escrow =
        text(
            fine("seal", "escrow", "new", "--shares", "5", "--needed", "3", "-o", "shares"), "key");
    policy("office", one, two, escrow);
  }

  private String key(String name) {
    return text(fine("seal", "key", "new", name + ".key"), "key");
  }

  private void policy(String name, String one, String two, String escrow) throws IOException {
    Files.writeString(
        folder.resolve(name + ".yaml"),
        """
        body:
          policy: %s
          recipients:
            - {name: record-office, role: custodian, key: %s}
            - {name: ministry, role: custodian, key: %s}
            - {name: depositary, role: escrow, key: %s, split: {shares: 5, needed: 3}}
        """
            .formatted(name, one, two, escrow));
    fine("endorse", id(fine("record", "sealing-policy", name + ".yaml")), "--as", "officer");
  }

  private Program.Answer run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    return program.run(all.toArray(String[]::new));
  }

  private Json.Obj fine(String... arguments) {
    Program.Answer answer = run(arguments);
    assertThat(answer.exitCode()).as(List.of(arguments) + answer.err()).isZero();
    return answer.json();
  }

  private String refused(String... arguments) {
    Program.Answer answer = run(arguments);
    assertThat(answer.exitCode()).as(List.of(arguments) + answer.all()).isEqualTo(3);
    return answer.err();
  }

  private static String text(Json.Obj object, String member) {
    return ((Json.Str) object.get(member).orElseThrow()).text();
  }

  private static List<Json> items(Json.Obj object, String member) {
    return ((Json.Arr) object.get(member).orElseThrow()).items();
  }

  private static String id(Json.Obj answer) {
    return text((Json.Obj) items(answer, "receipts").getFirst(), "id");
  }

  private String seal(String kind) {
    String name = "survivor.txt";
    if (kind.equals("photograph")) {
      name = "photo.jpg";
      write(name, photograph());
    }
    return text(fine("seal", name, "--kind", kind, "--policy", "office"), "address");
  }

  private void write(String name, byte[] bytes) {
    try {
      Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One pixel, and behind its first marker a comment that names a place. */
  private static byte[] photograph() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "jpg", plain);
      bytes.write(plain.toByteArray(), 0, 2);
      byte[] said = "taken at 52.1234 N by Kowalski".getBytes(ISO_8859_1);
      bytes.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) (said.length + 2)});
      bytes.write(said);
      bytes.write(plain.toByteArray(), 2, plain.size() - 2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private String[] unseal(String address, String output, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "unseal",
                address,
                "--ground",
                "court order 7/2026",
                "--until",
                "2026-12-31",
                "-o",
                output));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private String[] shares(int... numbers) {
    List<String> options = new ArrayList<>();
    for (int number : numbers) {
      options.addAll(List.of("--share", "shares/share-" + number + ".txt"));
    }
    return options.toArray(String[]::new);
  }

  private static String[] with(String[] options, String... more) {
    return Stream.concat(Stream.of(options), Stream.of(more)).toArray(String[]::new);
  }

  private List<String> findings(String rule) {
    Program.Answer answer = run("findings", "--rule", rule);
    List<String> found = new ArrayList<>();
    for (Json item : items(answer.json(), "findings")) {
      found.add(text((Json.Obj) item, "what"));
    }
    assertThat(answer.exitCode()).isEqualTo(found.isEmpty() ? 0 : 1);
    return found;
  }

  private String status(String address) {
    return text(
        (Json.Obj) items(fine("seal", "list", address), "attachments").getFirst(), "status");
  }

  private String log() {
    return program.run("export", "entries", "-").out();
  }

  @Test
  void whatIsSealedOpensForACustodianAndTheUnsealingIsOnRecord() throws Exception {
    String address = seal("personal");
    fine(unseal(address, "out.txt", "--identity", "two.key"));
    assertThat(folder.resolve("out.txt")).hasContent(SECRET);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("out.txt"))))
        .isEqualTo("rw-------");
    assertThat(log())
        .contains("\"kind\":\"unsealing\"")
        .contains("\"ground\":\"court order 7/2026\"")
        .contains("\"until\":\"2026-12-31\"")
        .doesNotContain("breakGlass");
    assertThat(findings("unendorsed-break-glass")).isEmpty();
    assertThat(program.run("seal", "list").out())
        .contains(address, "personal", "sealed", "opened until 2026-12-31: court order 7/2026");
    assertThat(program.run("rebuild").exitCode()).isZero();
  }

  @Test
  void aPhotographLeavesWithoutWhatTheCameraWroteBesideIt() throws Exception {
    String address = seal("photograph");
    fine(unseal(address, "out.jpg", "--identity", "one.key"));
    String out = Files.readString(file("out.jpg"), ISO_8859_1);
    assertThat(Files.readString(file("photo.jpg"), ISO_8859_1)).contains("Kowalski");
    assertThat(out).doesNotContain("Kowalski").doesNotContain("52.1234");
    assertThat(ImageIO.read(file("out.jpg").toFile()).getWidth()).isEqualTo(1);
    assertThat(refused("seal", "survivor.txt", "--kind", "photograph", "--policy", "office"))
        .contains("neither JPEG nor PNG", "survivor.txt", "photograph.unreadable");
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  @Test
  void nothingPlainIsInTheRegistersFile() throws Exception {
    seal("personal");
    for (String name : List.of("pol.fenceline", "pol.fenceline-wal")) {
      if (Files.exists(file(name))) {
        String bytes = Files.readString(file(name), ISO_8859_1);
        assertThat(bytes).doesNotContain("Kowalski").doesNotContain("AGE-SECRET-KEY");
      }
    }
    assertThat(Files.readString(file("pol.fenceline"), ISO_8859_1))
        .as("the ciphertext is there")
        .contains("age-encryption.org/v1");
  }

  @Test
  void noPlaintextIsWrittenWhenTheUnsealingCannotBeRecorded() throws Exception {
    String address = seal("personal");
    String told =
        refused(
            unseal(
                address,
                "out.txt",
                "--identity",
                "one.key",
                "--as",
                "fenceline.example/drill/exercise/actor"));
    assertThat(told).contains("register.exercise");
    assertNothingIsWritten();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + file("pol.fenceline"));
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create trigger broken before insert on log begin select raise(abort, 'broken'); end");
    }
    assertThat(refused(unseal(address, "out.txt", "--identity", "one.key")))
        .contains("store.database");
    assertNothingIsWritten();
  }

  private void assertNothingIsWritten() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.contains("out.txt"));
    }
  }

  @Test
  void anUnsealingIsRecordedEvenWhenThePlaintextCannotBeWritten() throws Exception {
    String address = seal("personal");
    Files.writeString(file("there.txt"), "mine");
    assertThat(refused(unseal(address, "there.txt", "--identity", "one.key")))
        .contains("output.file");
    assertThat(file("there.txt")).hasContent("mine");
    assertThat(refused(unseal(address, "no/such/out.txt", "--identity", "one.key")))
        .contains("output.unwritable");
    assertThat(log()).as("what fails before is not recorded").doesNotContain("\"unsealing\"");
  }

  @Test
  void aPolicyCountsOnceItIsEndorsed() throws Exception {
    Files.writeString(
        file("mine.yaml"), Files.readString(file("office.yaml")).replace("office\n", "mine\n"));
    String id = id(fine("record", "sealing-policy", "mine.yaml"));
    String[] sealing = {"seal", "survivor.txt", "--kind", "personal", "--policy", "mine"};
    assertThat(refused(sealing)).contains("seal.policy").contains("fenceline endorse " + id);
    fine("endorse", id, "--as", "officer");
    fine(sealing);
    assertThat(refused("seal", "survivor.txt", "--kind", "personal", "--policy", "nobodys"))
        .contains("there is no sealing policy nobodys");
  }

  @Test
  void aKeyThatThePolicyNoLongerNamesNeedsBreakGlass() throws Exception {
    String address = seal("personal");
    fine(unseal(address, "before.txt", "--identity", "one.key"));
    program.at(Instant.parse("2026-11-25T12:00:00Z"));
    policy("office", key("three"), key("four"), escrow);
    assertThat(refused(unseal(address, "after.txt", "--identity", "one.key")))
        .contains("seal.break-glass")
        .contains("by the sealing policy office");
    assertThat(file("after.txt")).doesNotExist();
  }

  @Test
  void breakGlassStaysAFindingUntilASecondPersonEndorsesIt() {
    String address = seal("personal");
    String[] shares = shares(5, 1, 3);
    assertThat(refused(unseal(address, "out.txt", shares))).contains("seal.break-glass");
    Json.Obj answer =
        fine(unseal(address, "out.txt", with(shares, "--break-glass", "no custodian answers")));
    assertThat(file("out.txt")).hasContent(SECRET);
    String id = id(answer);
    assertThat(findings("unendorsed-break-glass"))
        .containsExactly(
            "clerk opened the attachment "
                + address
                + " as break-glass (no custodian answers); a second person is to endorse "
                + id);
    fine("endorse", id, "--as", "officer");
    assertThat(findings("unendorsed-break-glass")).isEmpty();
    assertThat(log()).contains("\"key\":\"" + escrow + "\"");
  }

  @Test
  void sharesThatDoNotGiveTheKeyAreTold() throws Exception {
    String address = seal("personal");
    String[] glass = {"--break-glass", "x"};
    assertThat(refused(unseal(address, "out.txt", with(shares(1, 2), glass))))
        .contains("seal.shares-few");
    fine("seal", "escrow", "new", "--shares", "5", "--needed", "3", "-o", "others");
    Files.copy(file("others/share-3.txt"), file("shares/share-9.txt"));
    assertThat(refused(unseal(address, "out.txt", with(shares(1, 2, 9), glass))))
        .contains("seal.shares-mixed");
    Files.writeString(
        file("shares/share-3.txt"),
        Files.readString(file("shares/share-3.txt")).replaceFirst("part .", "part x"));
    assertThat(refused(unseal(address, "out.txt", with(shares(1, 2, 3), glass))))
        .contains("shares/share-3.txt:")
        .contains("seal.share]");
    assertThat(file("out.txt")).doesNotExist();
    assertThat(log()).doesNotContain("\"unsealing\"");
  }

  @Test
  void aWrongKeyIsToldAndNothingIsRecorded() {
    String address = seal("photograph");
    assertThat(
            refused(unseal(address, "out.txt", "--identity", "stranger.key", "--break-glass", "x")))
        .contains("seal.key");
    assertThat(log()).doesNotContain("\"unsealing\"");
    assertThat(file("out.txt")).doesNotExist();
  }

  @Test
  void aReleaseOfPositionsCountsOnceItIsEndorsed() {
    String address = seal("positions");
    String personal = seal("personal");
    String id =
        id(fine("release", address, "--ground", "clearing-the-area", "--to", "operator EX-1"));
    assertThat(findings("unendorsed-release"))
        .containsExactly(
            "the positions "
                + address
                + " are released to operator EX-1 without endorsement; a second person is to"
                + " endorse "
                + id);
    assertThat(program.run("seal", "list", address).out())
        .contains("released to operator EX-1 (clearing-the-area), not endorsed");
    fine("endorse", id, "--as", "officer");
    assertThat(findings("unendorsed-release")).isEmpty();
    assertThat(program.run("seal", "list", address).out()).contains("endorsed by officer");
    fine("release", "--area", "EX-F1", "--ground", "end-of-active-hostilities", "--to", "the UN");
    assertThat(findings("unendorsed-release")).hasSize(1);
    assertThat(refused("release", personal, "--ground", "protecting-civilians", "--to", "x"))
        .contains("seal.kind");
    assertThat(refused("release", address, "--ground", "curiosity", "--to", "x"))
        .contains("seal.ground");
  }

  @Test
  void whatIsErasedIsShownAsErasedWithWhoAndWhy() throws Exception {
    Json.Obj answer =
        fine(
            "seal", "survivor.txt", "--kind", "personal", "--policy", "office", "--note", "letter");
    String address = text(answer, "address");
    String erasure = id(fine("erase", address, "--reason", "asked for by the person"));
    assertThat(status(address)).isEqualTo("present");
    fine("endorse", erasure, "--as", "officer");
    assertThat(status(address)).isEqualTo("erased");
    for (String[] command : new String[][] {{"seal", "list"}, {"show", id(answer)}}) {
      assertThat(program.run(command).out())
          .contains("erased by clerk, endorsed by officer: asked for by the person");
    }
    assertThat(refused(unseal(address, "out.txt", "--identity", "one.key")))
        .contains("seal.erased");
    assertThat(findings("missing-attachment")).isEmpty();
    assertThat(Files.readString(file("pol.fenceline"), ISO_8859_1))
        .doesNotContain("age-encryption.org/v1");
    assertThat(program.run("rebuild").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"positions", "photograph"})
  void whatLivesOrEvidenceDependOnIsNotErased(String kind) {
    String address = seal(kind);
    assertThat(refused("erase", address, "--reason", "x"))
        .contains("seal.not-erasable")
        .contains(kind.equals("positions") ? "lives depend" : "evidence");
  }

  @Test
  void anAttachmentThatIsGoneWithoutAnErasureIsAFinding() throws Exception {
    String address = seal("photograph");
    assertThat(findings("missing-attachment")).isEmpty();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + file("pol.fenceline"));
        Statement statement = connection.createStatement()) {
      statement.execute("delete from attachment");
    }
    assertThat(findings("missing-attachment"))
        .containsExactly(
            "the attachment "
                + address
                + " (photograph) is not here; fetch it from a register that has it");
    assertThat(refused(unseal(address, "out.txt", "--identity", "one.key")))
        .contains("seal.attachment");
    assertThat(status(address)).isEqualTo("not-here");
  }

  @Test
  void aCopyOfTheRegisterHasItsAttachmentsButNotTheErasedOnes() {
    String kept = seal("personal");
    String gone = seal("personal");
    fine("endorse", id(fine("erase", gone, "--reason", "x")), "--as", "officer");
    program.run(
        "init",
        "copy",
        "--state",
        "POL",
        "--origin",
        "fenceline.example/copy",
        "--from",
        "pol.fenceline");
    program = program.with("FENCELINE_REGISTER", "copy.fenceline");
    assertThat(status(kept)).isEqualTo("present");
    assertThat(status(gone)).isEqualTo("erased");
    assertThat(findings("missing-attachment")).isEmpty();
  }

  @Test
  void aSyncBringsAttachmentsAndTakesAwayWhatWasErased() {
    String address = seal("personal");
    program.run("init", "north", "--state", "POL", "--origin", "fenceline.example/north");
    Program north = new Program(folder).with("FENCELINE_REGISTER", "north.fenceline");
    program = program.with("FENCELINE_REGISTER", "pol.fenceline");
    assertThat(north.run("sync", "pol.fenceline").out()).contains("took over 1 sealed attachments");
    assertThat(north.run("seal", "list").out()).contains(address).contains(" bytes");
    fine("endorse", id(fine("erase", address, "--reason", "x")), "--as", "officer");
    assertThat(north.run("sync", "pol.fenceline").exitCode()).isZero();
    assertThat(north.run("seal", "list").out()).contains("erased by clerk, endorsed by officer: x");
    assertThat(status(address)).as("and it does not come back").isEqualTo("erased");
    assertThat(north.run("rebuild").exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"survivor.txt --kind personal", "survivor.txt --policy office", "--kind personal"})
  void whatIsLeftOutIsAUsageError(String arguments) {
    assertThat(program.run(("seal " + arguments).split(" ")).exitCode()).isEqualTo(2);
  }

  @Test
  void onlyWhatIsEncryptedIsKeptAsItIs() {
    assertThat(refused("seal", "survivor.txt", "--kind", "personal", "--encrypted"))
        .contains("seal.plaintext");
    assertThat(refused("seal", "survivor.txt", "--kind", "secret", "--encrypted"))
        .contains("seal.kind");
  }

  @Test
  void theProgramAgeOpensWhatIsExportedAndWhatItSealedOpensHere() throws Exception {
    boolean isInstalled =
        Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "age")));
    Assumptions.assumeTrue(
        isInstalled, "the program age is not installed; install the Debian package age");
    fine("seal", "export", seal("personal"), "-o", "sealed.age");
    for (String key : List.of("one.key", "two.key")) {
      age("-d", "-i", key, "-o", key + ".plain", "sealed.age");
      assertThat(file(key + ".plain")).hasContent(SECRET);
    }
    for (String form : List.of("--armor", "--encrypt")) {
      age(form, "-i", "one.key", "--encrypt", "-o", form + ".age", "survivor.txt");
      String address =
          text(fine("seal", "./" + form + ".age", "--kind", "personal", "--encrypted"), "address");
      fine(unseal(address, form + ".txt", "--identity", "one.key"));
      assertThat(file(form + ".txt")).hasContent(SECRET);
    }
  }

  private void age(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("age"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(command + told).isZero();
  }
}
