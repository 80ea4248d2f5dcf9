package org.fenceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of docs/sealing.md, run one after the other. {@code $ID} and {@code $ADDRESS} are
 * the last entry and attachment that were told.
 */
class SealingDocumentTest {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern KEY = Pattern.compile("age1[a-z0-9]{58}");
  private static final List<String> PLACES = List.of("RECORD-OFFICE", "MINISTRY", "ESCROW");

  @TempDir Path folder = Path.of("");

  @Test
  void everyCommandDoesWhatItsPageSays() throws Exception {
    Program program = new Program(folder);
    program.run("init", "pol", "--state", "POL", "--origin", "fenceline.example/pol");
    Files.writeString(folder.resolve("survivor.txt"), "Jan Kowalski");
    String id = "";
    String address = "";
    List<String> keys = new ArrayList<>();
    String file = "";
    StringBuilder content = new StringBuilder();
    int run = 0;
    for (String line : Files.readAllLines(ProjectFiles.of("docs/sealing.md"))) {
      if (line.startsWith("```")) {
        file = line.contains(" file=") ? line.replaceAll(".* file=", "") : "";
        content.setLength(0);
      } else if (!file.isEmpty()) {
        String filled = line;
        for (int i = 0; i < PLACES.size(); i++) {
          filled = filled.replace("key: " + PLACES.get(i), "key: " + keys.get(i));
        }
        content.append(filled).append('\n');
        Files.writeString(folder.resolve(file), content);
      } else if (line.startsWith("fenceline ")) {
        if (line.contains("letter.age")) {
          program.run("seal", "export", address(program), "--output", "letter.age");
        }
        Program.Answer answer =
            program.run(words(line.replace("$ID", id).replace("$ADDRESS", address)));
        assertThat(answer.exitCode()).as(line + "\n" + answer.all()).isZero();
        id = last(ID, answer.out(), id);
        address = line.contains(" seal list") ? address : last(ADDRESS, answer.out(), address);
        Matcher made = KEY.matcher(answer.out());
        if (line.contains(" new ") && made.find()) {
          keys.add(made.group());
        }
        run++;
      }
    }
    assertThat(run).isGreaterThan(15);
    assertThat(folder.resolve("opened.txt")).hasContent("Jan Kowalski");
    assertThat(folder.resolve("glass.txt")).hasContent("Jan Kowalski");
    assertThat(program.run("findings", "--rule", "unendorsed-break-glass").exitCode()).isZero();
    assertThat(program.run("seal", "list").out())
        .contains("erased by clerk-7, endorsed by officer-2: asked for by the person");
    assertThat(program.run("rebuild").exitCode()).isZero();
  }

  /** An attachment that is still here. */
  private static String address(Program program) {
    return program
        .run("seal", "list")
        .out()
        .lines()
        .filter(line -> line.contains(" bytes"))
        .map(line -> last(ADDRESS, line, ""))
        .findFirst()
        .orElseThrow();
  }

  private static String last(Pattern pattern, String text, String otherwise) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> found.group())
        .reduce((_, later) -> later)
        .orElse(otherwise);
  }

  private static String[] words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = Pattern.compile("'([^']*)'|(\\S+)").matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return words.subList(1, words.size()).toArray(String[]::new);
  }
}
