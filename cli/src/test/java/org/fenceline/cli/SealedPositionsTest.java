package org.fenceline.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fenceline.core.entry.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exact positions: counted when they are sealed and when they are opened, and never told. */
class SealedPositionsTest {
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}");
  private static final String HEADER = "position_id,longitude,latitude,lot,accuracy_metres\n";

  /** Digits that stand in the files of positions and must stand nowhere else. */
  private static final List<String> TELLTALES = List.of("4991357", "0012468", "4983579", "5000246");

  private static final String THREE =
      HEADER
          + "1,-22.4991357,52.0010011,X26,0.5\n"
          + "2,-22.4980001,52.0012468,X26,\n"
          + "3,-22.5000246,52.0011111,X25,0.5\n";

  @TempDir Path folder = Path.of("");

  private Program program = new Program(folder);
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void aRegisterWithTwoFieldsAndAPolicy() throws Exception {
    program = new Program(folder).with("FENCELINE_PERSON", "clerk");
    fine("init", "ex", "--state", "POL", "--exercise", "--origin", "fenceline.example/t/exercise");
    String one = text(fine("seal", "key", "new", "one.key"), "key");
    String two = text(fine("seal", "key", "new", "two.key"), "key");
    write(
        "policy.yaml",
        """
        body:
          policy: fields
          recipients:
            - {name: record-office, role: custodian, key: %s}
            - {name: depositary, role: custodian, key: %s}
        """
            .formatted(one, two));
    fine("endorse", id(fine("record", "sealing-policy", "policy.yaml")), "--as", "officer");
  }

  private String field(String name, String mines) throws IOException {
    write(
        "field.yaml",
        """
        on: 2026-03-05
        body:
          field: %s
          accuracyMetres: "2"
          perimeter: "POLYGON ((-22.5 52, -22.497 52, -22.497 52.0018, -22.5 52.0018, -22.5 52))"
          mines: %s
        """
            .formatted(name, mines));
    return id(fine("record", "minefield", "field.yaml"));
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private Program.Answer run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    told.add(program.run(arguments).all());
    all.add("--json");
    return program.run(all.toArray(String[]::new));
  }

  private Program.Answer once(String... arguments) {
    Program.Answer answer = program.run(arguments);
    told.add(answer.all());
    return answer;
  }

  private Json.Obj fine(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    Program.Answer answer = once(all.toArray(String[]::new));
    assertThat(answer.exitCode()).as(List.of(arguments) + answer.err()).isZero();
    return answer.json();
  }

  private String refused(String... arguments) {
    Program.Answer answer = once(arguments);
    assertThat(answer.exitCode()).as(List.of(arguments) + answer.all()).isEqualTo(3);
    return answer.err();
  }

  private static String text(Json.Obj object, String member) {
    return ((Json.Str) object.get(member).orElseThrow()).text();
  }

  private static long number(Json.Obj object, String member) {
    return ((Json.Int) object.get(member).orElseThrow()).number();
  }

  private static String id(Json.Obj answer) {
    Json receipts = answer.get("receipts").orElseThrow();
    return text((Json.Obj) ((Json.Arr) receipts).items().getFirst(), "id");
  }

  private List<String> findings(String rule) {
    List<String> found = new ArrayList<>();
    Json.Obj answer = run("findings", "--rule", rule).json();
    for (Json item : ((Json.Arr) answer.get("findings").orElseThrow()).items()) {
      found.add(text((Json.Obj) item, "what"));
    }
    return found;
  }

  private String seal(String file, String about) {
    return text(
        fine("seal", file, "--kind", "positions", "--policy", "fields", "--about", about),
        "address");
  }

  private Program.Answer unseal(String address, String output) {
    return once(
        "unseal",
        address,
        "--identity",
        "one.key",
        "--ground",
        "clearance",
        "--until",
        "2026-12-31",
        "--output",
        output);
  }

  private String log() {
    return program.run("export", "entries", "-").out();
  }

  @Test
  void whatIsCountedStandsInTheRecordAndNeedsNoKeyAfterwards() throws Exception {
    String record = field("EX-F1", "[{lot: X26, quantity: 2}, {lot: X25, quantity: 1}]");
    write("three.csv", THREE);
    String address = seal("three.csv", record);
    assertThat(log())
        .contains("\"counts\":[{\"lot\":\"X25\",\"quantity\":1},{\"lot\":\"X26\",\"quantity\":2}]")
        .contains("\"outsidePerimeter\":1,\"outsideWithinAccuracy\":1")
        .contains("\"supersedes\"");
    assertThat(findings("positions-outside"))
        .containsExactly(
            "1 mines of minefield EX-F1 lie outside its perimeter, as counted when their positions"
                + " were sealed; 1 of them no farther than the accuracies allow");
    assertThat(findings("positions-differ")).isEmpty();
    Program.Answer opened = unseal(address, "opened.csv");
    assertThat(opened.exitCode()).as(opened.all()).isZero();
    assertThat(opened.out()).contains("counted again: as its record says");
    assertThat(folder.resolve("opened.csv")).hasContent(THREE);
    assertThat(findings("positions-recounted")).isEmpty();
    assertThat(once("rebuild").exitCode()).isZero();
    assertThat(once("audit").exitCode()).isZero();
  }

  @Test
  void otherLotsThanTheRecordStatesAreFound() throws Exception {
    String record = field("EX-F1", "[{lot: X26, quantity: 3}, {lot: X24, quantity: 5}]");
    write("three.csv", THREE);
    seal("three.csv", record);
    assertThat(findings("positions-differ"))
        .containsExactly(
            "minefield EX-F1: its mines and its sealed positions differ: 5 mines of lot X24 have no"
                + " position, 1 positions of lot X25 are of mines that the record does not state, 1"
                + " mines of lot X26 have no position");
  }

  @Test
  void aRecordThatWasChangedSinceIsFoundOutWhenThePositionsAreOpened() throws Exception {
    String record = field("EX-F1", "[]");
    write("three.csv", THREE);
    String address = seal("three.csv", record);
    String entries = log();
    Matcher counted = Pattern.compile("\"sealedPositions\":(\\{.*?\\}\\}),?").matcher(entries);
    assertThat(counted.find()).isTrue();
    write(
        "changed.yaml",
        """
        on: 2026-03-05
        body:
          field: EX-F1
          perimeter: "POLYGON ((-22.5 52, -22.497 52, -22.497 52.0018, -22.5 52.0018, -22.5 52))"
          positions: {address: %s, kind: positions}
          sealedPositions: {counts: [{lot: X26, quantity: 3}], outsidePerimeter: 0}
        """
            .formatted(address));
    String corrected = id(fine("correct", record, "changed.yaml"));
    Program.Answer opened = unseal(address, "opened.csv");
    assertThat(opened.exitCode()).as(opened.all()).isEqualTo(1);
    assertThat(opened.out())
        .contains("NOT as the record of field EX-F1 says")
        .contains("fenceline correct " + corrected)
        .contains("the record says 3 of lot X26; 0 outside its perimeter")
        .contains("in the file are 1 of lot X25, 2 of lot X26; 1 outside its perimeter");
    assertThat(folder.resolve("opened.csv")).hasContent(THREE);
    assertThat(findings("positions-recounted")).hasSize(1);
    write(
        "mended.yaml",
        Files.readString(folder.resolve("changed.yaml"))
            .replace(
                "[{lot: X26, quantity: 3}], outsidePerimeter: 0",
                "[{lot: X26, quantity: 2}, {lot: X25, quantity: 1}], outsidePerimeter: 1"));
    fine("correct", record, "mended.yaml");
    assertThat(findings("positions-recounted")).isEmpty();
  }

  @Test
  void aFileThatIsNoFileOfPositionsIsFoundOutWhenItIsOpened() throws Exception {
    String record = field("EX-F1", "[]");
    write("three.csv", THREE);
    seal("three.csv", record);
    write("other.txt", "the map is in the safe");
    String other =
        text(fine("seal", "other.txt", "--kind", "positions", "--policy", "fields"), "address");
    write(
        "changed.yaml",
        """
        on: 2026-03-05
        body:
          field: EX-F1
          positions: {address: %s, kind: positions}
          sealedPositions: {counts: [{lot: X26, quantity: 3}]}
        """
            .formatted(other));
    fine("correct", record, "changed.yaml");
    Program.Answer opened = unseal(other, "opened.txt");
    assertThat(opened.exitCode()).isEqualTo(1);
    assertThat(opened.out()).contains("in the file are no positions that could be read");
    assertThat(folder.resolve("opened.txt")).hasContent("the map is in the safe");
    assertThat(findings("positions-recounted")).hasSize(1);
  }

  @Test
  void theRecountIsOnRecordBeforeThePlaintextLeaves() throws Exception {
    String address;
    write("three.csv", THREE);
    address = seal("three.csv", field("EX-F1", "[]"));
    try (var connection =
            java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ex.fenceline"));
        var statement = connection.createStatement()) {
      statement.execute(
          "create trigger broken before insert on entry when new.kind = 'positions-recount'"
              + " begin select raise(abort, 'broken'); end");
    }
    assertThat(unseal(address, "opened.csv").exitCode()).isEqualTo(3);
    assertThat(folder.resolve("opened.csv")).doesNotExist();
    assertThat(log()).contains("\"kind\":\"unsealing\"").doesNotContain("positions-recount");
  }

  @Test
  void manyFieldsAreSealedFromOneFileWholeOrNotAtAll() throws Exception {
    field("EX-F1", "[{lot: X26, quantity: 2}]");
    field("EX-F2", "[{lot: X26, quantity: 1}]");
    String rows =
        """
        EX-F1,-22.4991357,52.0010011,X26
        EX-F1,-22.4980001,52.0012468,X26
        EX-F2,-22.5000246,52.0011111,X26
        """;
    String[] command = {"seal", "positions", "many.csv", "--policy", "fields"};
    write("many.csv", "field,longitude,latitude,lot\n" + rows + "EX-F3,-22.4983579,52.0011,X26\n");
    assertThat(refused(command)).contains("many.csv:5: field: there is no minefield record");
    assertThat(log()).doesNotContain("sealedPositions");
    write("many.csv", "field,longitude,latitude,lot\n" + rows);
    Json.Obj answer = fine(command);
    assertThat(number(answer, "fields")).isEqualTo(2);
    assertThat(number(answer, "positions")).isEqualTo(3);
    assertThat(number(answer, "outsidePerimeter")).isEqualTo(1);
    assertThat(findings("positions-differ")).isEmpty();
    assertThat(findings("positions-outside")).singleElement().asString().contains("EX-F2");
    assertThat(refused(command)).contains("carries sealed positions already").contains("--again");
    fine("seal", "positions", "many.csv", "--policy", "fields", "--again");
    Json.Obj list = fine("seal", "list");
    assertThat(((Json.Arr) list.get("attachments").orElseThrow()).items()).hasSize(4);
    String address =
        text(
            (Json.Obj) ((Json.Arr) list.get("attachments").orElseThrow()).items().getLast(),
            "address");
    assertThat(unseal(address, "opened.csv").exitCode()).isZero();
    assertThat(folder.resolve("opened.csv"))
        .hasContent("longitude,latitude,lot\n-22.5000246,52.0011111,X26\n");
    assertThat(once("rebuild").exitCode()).isZero();
  }

  @Test
  void positionsOfAnExerciseLieInItsCountry() throws Exception {
    String record = field("EX-F1", "[]");
    write("real.csv", HEADER + "1,23.4991357,52.0010011,X26,\n");
    assertThat(
            refused(
                "seal", "real.csv", "--kind", "positions", "--policy", "fields", "--about", record))
        .contains("real.csv:2: the position lies outside")
        .contains("register.real-ground");
  }

  /** Whatever is asked, and whatever goes wrong: no digit of a position is told or kept. */
  @Test
  void positionsAppearInNoAnswerNoErrorAndNotInTheRegister() throws Exception {
    String record = field("EX-F1", "[{lot: X26, quantity: 9}]");
    write("three.csv", THREE);
    String address = seal("three.csv", record);
    String[] sealing = {
      "seal", "bad.csv", "--kind", "positions", "--policy", "fields", "--about", record, "--again"
    };
    for (String bad :
        List.of(
            THREE.replace(HEADER, ""),
            THREE.replace(",X26,", ";X26,"),
            THREE.replace("-22.", "22°"),
            THREE.replace("-22", "-222"),
            THREE.replace("longitude,latitude,lot", "lot,longitude,latitude"),
            THREE.replace("1,-22", "\"1,-22"),
            THREE.replace("position_id,longitude", "longitude,position_id"),
            THREE.replace("-22", "22"))) {
      write("bad.csv", bad);
      refused(sealing);
      write("many.csv", bad);
      refused("seal", "positions", "many.csv", "--policy", "fields", "--again");
      write("many.csv", bad.replaceAll("(?m)^", "EX-F1,").replaceFirst("EX-F1,", "field,"));
      refused("seal", "positions", "many.csv", "--policy", "fields", "--again");
    }
    write("many.csv", THREE.replace("position_id", "field"));
    refused("seal", "positions", "many.csv", "--policy", "fields", "--again");
    unseal(address, "opened.csv");
    unseal(address, "opened.csv");
    for (String[] command :
        List.of(
            new String[] {"show", record},
            new String[] {"seal", "list"},
            new String[] {"findings"},
            new String[] {"land", "balance"},
            new String[] {"land", "balance", "EX-F1"},
            new String[] {"check", "52.0010 N 22.4990 W"},
            new String[] {"check", "52.0010 N 22.4990 W", "--public"},
            new String[] {"export", "entries", "-"},
            new String[] {"audit"},
            new String[] {"rebuild"})) {
      run(command);
    }
    assertThat(told).hasSizeGreaterThan(40);
    for (String telltale : TELLTALES) {
      assertThat(told).noneMatch(answer -> answer.contains(telltale));
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(f -> f.toString().contains("fenceline")).toList()) {
          assertThat(Files.readString(file, ISO_8859_1)).doesNotContain(telltale);
        }
      }
    }
    assertThat(ADDRESS.matcher(address).matches()).isTrue();
  }
}
