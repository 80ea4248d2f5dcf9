package org.fenceline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.EntryText;
import org.fenceline.core.entry.Kind;
import org.fenceline.core.entry.Kinds;
import org.fenceline.core.entry.json.JsonWriter;
import org.fenceline.testing.ProjectFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Help everywhere, completion, and the published schemas. */
class HelpTest {
  private static final List<String> PICOCLIS_OWN = List.of("help", "generate-completion");

  @TempDir Path folder = Path.of("");

  @TestFactory
  List<DynamicTest> everyCommandHasHelpWithExamples() {
    List<List<String>> commands = new ArrayList<>();
    collect(Fenceline.commandLine(surroundings()), List.of(), commands);
    assertThat(commands).hasSizeGreaterThan(20);
    return commands.stream()
        .map(command ->
            DynamicTest.dynamicTest(
                String.join(" ", command),
                () -> {
                  List<String> arguments = new ArrayList<>(command);
                  arguments.add("--help");
                  Program.Answer answer = new Program(folder).run(arguments.toArray(String[]::new));
                  assertThat(answer.exitCode()).isZero();
                  assertThat(answer.out())
                      .contains("Usage: fenceline " + String.join(" ", command))
                      .contains("Examples:")
                      .contains("  fenceline " + command.getFirst());
                }))
        .toList();
  }

  private static void collect(CommandLine command, List<String> path, List<List<String>> commands) {
    command
        .getSubcommands()
        .forEach((name, subcommand) -> {
          if (!PICOCLIS_OWN.contains(name)) {
            List<String> inner = new ArrayList<>(path);
            inner.add(name);
            commands.add(inner);
            collect(subcommand, inner, commands);
          }
        });
  }

  private org.fenceline.cli.terminal.Surroundings surroundings() {
    return new org.fenceline.cli.terminal.Surroundings(
        folder,
        java.util.Map.of(),
        java.time.InstantSource.system(),
        new java.security.SecureRandom(),
        java.io.InputStream.nullInputStream(),
        new java.io.PrintWriter(java.io.Writer.nullWriter()),
        new java.io.PrintWriter(java.io.Writer.nullWriter()),
        false);
  }

  @Test
  void completionIsAShellScript() {
    Program.Answer answer = new Program(folder).run("generate-completion");
    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).contains("complete").contains("fenceline");
  }

  @Test
  void aWrongCommandIsAUsageError() {
    assertThat(new Program(folder).run("frobnicate").exitCode()).isEqualTo(2);
    assertThat(new Program(folder).run().exitCode()).isEqualTo(2);
    assertThat(new Program(folder).run("law", "status").exitCode()).isEqualTo(2);
  }

  /** Renew with {@code ./fenceline test -Dfenceline.renew=true}. */
  @Test
  void publishedSchemasAreThoseOfTheProgram() throws IOException {
    for (Kind kind : Kinds.ALL.list()) {
      Path file =
          ProjectFiles.of("docs/schemas/" + kind.word() + "-" + kind.version() + ".schema.json");
      String schema = JsonWriter.pretty(EntryText.schema(kind)) + "\n";
      if (Boolean.getBoolean("fenceline.renew")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, schema);
      }
      assertThat(file).hasContent(schema);
    }
  }
}
