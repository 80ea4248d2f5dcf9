package org.fenceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenceline.core.entry.json.Json;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "May I walk here?" as everybody may ask it, and what the answer must never tell. */
class PublicCheckTest {
  // Inside one cell of the grid, amid which the restricted hazard lies.
  private static final String FIELD =
      "POLYGON ((-22.5003 52.0047, -22.4992 52.0046, -22.4991 52.0053, -22.5002 52.0054,"
          + " -22.5003 52.0047))";
  private static final String WIDE =
      "POLYGON ((-22.60 51.95, -22.40 51.95, -22.40 52.05, -22.60 52.05, -22.60 51.95))";
  private static final long SEED = 31;
  private static final int QUESTIONS = 60;
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  @TempDir Path folder = Path.of("");

  private Program program = new Program(folder);

  @BeforeEach
  void makeARegisterOfTwoAdministrators() {
    program = new Program(folder);
    program.at(Instant.parse("2026-07-01T08:00:00Z"));
    ok(
        "init",
        "pol",
        "--state",
        "POL",
        "--origin",
        "fenceline.example/test/exercise",
        "--exercise",
        "--administrator",
        "anna");
    ok("identity", "new", "--as", "boris");
    ok("identity", "register", "--person", "boris", "--administrator", "--as", "anna");
    // What is public is stamped with its day alone, and no key proves what is older than itself.
    program.at(Instant.parse("2026-07-02T08:00:00Z"));
  }

  private void ok(String... arguments) {
    Program.Answer answer = program.run(arguments);
    assertThat(answer.exitCode()).as(String.join(" ", arguments) + "\n" + answer.all()).isZero();
  }

  private String record(String kind, String yaml) {
    Program.Answer answer = program.runWith(yaml, "record", kind, "-", "--as", "anna", "--json");
    assertThat(answer.exitCode()).as(answer.all()).isZero();
    Json receipts = answer.json().get("receipts").orElseThrow();
    Json.Obj receipt = (Json.Obj) ((Json.Arr) receipts).items().getFirst();
    return ((Json.Str) receipt.get("id").orElseThrow()).text();
  }

  private String hazard(String name, String place, String disclosure) {
    return record(
        "hazard",
        """
        disclosure: %s
        body:
          area: %s
          kind: cha
          status: open
          place: "%s"
          accuracyMetres: 7
          categories: [ap]
        """
            .formatted(disclosure, name, place));
  }

  private String release(String disclosure) {
    return record(
        "release",
        """
        on: 2026-06-30
        disclosure: %s
        body:
          release: OPEN-AGAIN
          area: SECRET-7
          parts:
            - kind: cleared
              place: "%s"
              depthMetres: 0.20
              method: manual
        """
            .formatted(disclosure, WIDE));
  }

  private String ask(String point) {
    return program.run("check", point, "--public").out();
  }

  @Test
  void aRestrictedHazardIsAnAreaWithoutAName() {
    hazard("SECRET-7", FIELD, "restricted");
    Program.Answer inside = program.run("check", "52.00820 N 22.49900 W", "--public");
    assertThat(inside.exitCode()).isEqualTo(1);
    assertThat(inside.out())
        .startsWith("EXERCISE")
        .contains("DANGER")
        .contains("inside an area that is shown as dangerous");
    assertThat(program.run("check", "52.00820 N 22.49900 W").out())
        .as("who may read it is told that the field is 340 m away")
        .contains("CAUTION")
        .contains("SECRET-7");
    assertThat(ask("52.01200 N 22.49900 W")).contains("CAUTION");
    assertThat(ask("52.03000 N 22.49900 W")).contains("NOT SURVEYED").doesNotContain("DANGER");
  }

  @Test
  void theAnswerIsThatOfTheDocument() throws IOException {
    hazard("SECRET-7", FIELD, "restricted");
    String told = ask("52.00820 N 22.49900 W");
    assertThat(Files.readString(ProjectFiles.of("docs/land.md")))
        .contains(
            "$ fenceline check 52.00820 N 22.49900 W --public\n"
                + told.substring(told.indexOf('\n') + 1)
                + "```");
  }

  @Test
  void aPublicHazardIsNamedOnceASecondPersonEndorsedIt() {
    String old = hazard("OLD-1", FIELD, "public");
    assertThat(ask("52.00820 N 22.49900 W")).contains("DANGER").doesNotContain("OLD-1");
    ok("endorse", old, "--as", "boris");
    assertThat(ask("52.00820 N 22.49900 W")).contains("CAUTION").contains("hazardous area OLD-1");
  }

  @Test
  void groundIsReleasedOnceThatIsPublicAndEndorsed() {
    hazard("SECRET-7", FIELD, "restricted");
    ok("endorse", release("restricted"), "--as", "boris");
    assertThat(ask("52.00500 N 22.49950 W")).contains("DANGER").doesNotContain("OPEN-AGAIN");
    String release = release("public");
    assertThat(ask("52.00500 N 22.49950 W")).contains("DANGER");
    ok("endorse", release, "--as", "boris");
    assertThat(ask("52.00500 N 22.49950 W"))
        .contains("NO KNOWN HAZARD ON SURVEYED LAND")
        .contains("inside the public release OPEN-AGAIN");
  }

  /**
   * Asks all round, in words and as JSON, and looks for what must not be there: names, coordinates
   * but the asker's own, kinds, counts, times of records, and distances to the field itself.
   */
  @Test
  void nothingOfARestrictedRecordIsInAnyAnswer() {
    hazard("SECRET-7", FIELD, "restricted");
    record(
        "device",
        """
        on: 2026-06-01
        body:
          device: HIDDEN-9
          place: "POINT (-22.4711 52.0311)"
          accuracyMetres: 3
          category: ap
          disposal: destroyed-in-place
        """);
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      // Closing with a 7, because closing zeros are not repeated.
      String latitude = String.format(Locale.ROOT, "%.4f7", random.nextDouble(51.98, 52.06));
      String longitude = String.format(Locale.ROOT, "%.4f7", random.nextDouble(22.42, 22.55));
      String point = latitude + " N " + longitude + " W";
      boolean isJson = random.nextBoolean();
      String told =
          isJson
              ? program.run("check", point, "--public", "--json").out()
              : program.run("check", point, "--public").out();
      answers.add(told.replace(latitude, "").replace(longitude, ""));
      Json.Arr near =
          (Json.Arr) program.run("check", point, "--json").json().get("nearest").orElseThrow();
      for (Json danger : near.items()) {
        String exact = ((Json.Str) ((Json.Obj) danger).get("metres").orElseThrow()).text();
        if (exact.length() > 2) {
          assertThat(numbers(answers.getLast())).as(point + ": " + told).doesNotContain(exact);
        }
      }
    }
    for (String answer : answers) {
      assertThat(answer)
          .doesNotContain("SECRET")
          .doesNotContain("HIDDEN")
          .doesNotContainIgnoringCase("device")
          .doesNotContainIgnoringCase("hazardous")
          .doesNotContain("2026-")
          .doesNotContain("52.0")
          .doesNotContain("22.4")
          .doesNotContain("22.5")
          .doesNotContain("withoutPlace")
          .doesNotContain("newest");
    }
  }

  private static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      numbers.add(matcher.group());
    }
    return numbers;
  }

  @Test
  void aHazardTooLargeForALayerIsRefusedWithoutItsName() {
    // Exercises refuse ground outside their sea, but an error of any size.
    record(
        "hazard",
        """
        body:
          area: SECRET-7
          kind: cha
          status: open
          place: "POINT (-22.5 52.0)"
          accuracyMetres: 600000
          categories: [ap]
        """);
    Program.Answer refused = program.run("check", "52.00500 N 22.49950 W", "--public");
    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err()).contains("[check.too-large]").doesNotContain("SECRET");
  }
}
