package org.fenceline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.fenceline.cli.terminal.Surroundings;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.JsonReader;
import org.fenceline.core.entry.json.MalformedInput;

/** The program in a folder of its own, at a time of the test's choice. */
final class Program {
  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();
  private Instant now = Instant.parse("2026-11-24T12:00:00Z");

  /**
   * What a command left behind.
   *
   * @param exitCode its exit status
   * @param out standard output
   * @param err standard error
   */
  record Answer(int exitCode, String out, String err) {
    Json.Obj json() {
      try {
        return (Json.Obj) JsonReader.readValue(out);
      } catch (MalformedInput e) {
        throw new AssertionError("not JSON: " + out + err, e);
      }
    }

    String all() {
      return out + err;
    }
  }

  Program(Path folder) {
    this.folder = folder;
  }

  Program with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  void at(Instant time) {
    now = time;
  }

  Answer run(String... arguments) {
    return runWith("", arguments);
  }

  Answer runWith(String input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    InstantSource clock = () -> now;
    Surroundings surroundings =
        new Surroundings(
            folder,
            variables,
            clock,
            new SecureRandom(),
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            false);
    int exitCode = Fenceline.run(surroundings, arguments);
    return new Answer(exitCode, out.toString(), err.toString());
  }
}
