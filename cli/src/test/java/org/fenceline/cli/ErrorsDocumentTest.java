package org.fenceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * docs/errors.md shows one runnable example of each error; this runs them. Each section starts in a
 * folder of its own with a fresh register {@code pol.fenceline}.
 */
class ErrorsDocumentTest {
  private static final Path DOCUMENT = ProjectFiles.of("docs/errors.md");
  private static final Pattern CODE =
      Pattern.compile(
          "\"((?:entry|json|yaml|csv|ledger|claims|scenario|record|register|store|seal|view|law|input"
              + "|output|demo|stock|log|key|proof|publish|identity|audit|sync|witness|position|positions|recover|check|import|export|photograph)\\.[a-z-]+)\"");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  @TempDir Path folder = Path.of("");

  /** Renew with {@code ./fenceline test -Dfenceline.renew=true} and read the difference. */
  @Test
  void everyExampleDoesWhatTheDocumentShows() throws Exception {
    String document = Files.readString(DOCUMENT);
    String replayed = replay(document);
    if (Boolean.getBoolean("fenceline.renew")) {
      Files.writeString(DOCUMENT, replayed);
    }
    assertThat(replayed).isEqualTo(Files.readString(DOCUMENT));
  }

  @Test
  void everyErrorOfTheProgramIsInTheDocument() throws IOException {
    Set<String> codes = new TreeSet<>();
    for (String room : List.of("core", "store", "exchange", "server", "cli")) {
      try (Stream<Path> files = Files.walk(ProjectFiles.of(room + "/src/main/java"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          Matcher matcher = CODE.matcher(Files.readString(file));
          while (matcher.find()) {
            if (!matcher.group(1).endsWith(".yaml")) {
              codes.add(matcher.group(1));
            }
          }
        }
      }
    }
    String document = Files.readString(DOCUMENT);
    assertThat(codes).hasSizeGreaterThan(30).allMatch(code -> document.contains("`" + code + "`"));
  }

  private String replay(String document) throws Exception {
    StringBuilder replayed = new StringBuilder();
    Path place = folder;
    int section = 0;
    List<String> lines = document.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      replayed.append(line).append('\n');
      if (line.startsWith("### ")) {
        place = Files.createDirectory(folder.resolve("section-" + section++));
        new Program(place)
            .run("init", "pol", "--state", "POL", "--origin", "fenceline.example/pol");
      } else if (line.matches("```\\w+ file=.*")) {
        i = copyFile(lines, i, place.resolve(line.replaceAll(".* file=", "")), replayed);
      } else if (line.equals("```console")) {
        i = runCommands(lines, i, place, replayed);
      }
    }
    return replayed.toString();
  }

  private static int copyFile(List<String> lines, int at, Path file, StringBuilder replayed)
      throws IOException {
    List<String> content = new ArrayList<>();
    int i = at + 1;
    for (; !lines.get(i).equals("```"); i++) {
      content.add(lines.get(i));
      replayed.append(lines.get(i)).append('\n');
    }
    Files.writeString(file, String.join("\n", content) + "\n");
    replayed.append("```\n");
    return i;
  }

  private static int runCommands(List<String> lines, int at, Path place, StringBuilder replayed)
      throws Exception {
    int i = at + 1;
    for (; !lines.get(i).equals("```"); i++) {
      String line = lines.get(i);
      if (line.startsWith("$ ")) {
        replayed.append(line).append('\n').append(run(line.substring(2), place));
      }
    }
    replayed.append("```\n");
    return i;
  }

  private static String run(String command, Path place) throws Exception {
    if (!command.startsWith("fenceline ")) {
      Process shell =
          new ProcessBuilder("sh", "-c", command).directory(place.toFile()).inheritIO().start();
      assertThat(shell.waitFor()).as(command).isZero();
      return "";
    }
    List<String> arguments = new ArrayList<>();
    Matcher words = Pattern.compile("'([^']*)'|(\\S+)").matcher(command);
    while (words.find()) {
      arguments.add(words.group(1) != null ? words.group(1) : words.group(2));
    }
    Program.Answer answer =
        new Program(place).run(arguments.subList(1, arguments.size()).toArray(String[]::new));
    String told = UUID.matcher(answer.err()).replaceAll("ID").replace(place.toString(), ".");
    return answer.exitCode() == 0 ? "" : told + "exit " + answer.exitCode() + "\n";
  }
}
