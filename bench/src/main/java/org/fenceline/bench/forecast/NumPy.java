package org.fenceline.bench.forecast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fenceline.bench.job.PeerMissing;
import org.fenceline.bench.job.Turn;
import org.fenceline.core.forecast.Parameter;
import org.fenceline.core.forecast.Policy;
import org.fenceline.core.forecast.Scenario;
import org.fenceline.core.forecast.Spread;
import org.jspecify.annotations.Nullable;

/** A Python process that runs the script beside this class, and times itself. */
final class NumPy implements AutoCloseable {
  /** How many standard errors two samples' ranks may lie apart. */
  private static final double STANDARD_ERRORS = 5;

  private static final List<Double> LEVELS = List.of(0.05, 0.5, 0.95);

  private final Process process;
  private final BufferedReader answers;
  private final Writer tasks;
  private final String version;

  private NumPy(Process process, BufferedReader answers, String version) {
    this.process = process;
    this.answers = answers;
    this.tasks = process.outputWriter(StandardCharsets.UTF_8);
    this.version = version;
  }

  static NumPy start(Path scratch) throws IOException {
    Path script = scratch.resolve("forecast.py");
    try (@Nullable InputStream text = NumPy.class.getResourceAsStream("forecast.py")) {
      if (text == null) {
        throw new IllegalStateException("the script is built in");
      }
      Files.copy(text, script);
    }
    Process process;
    try {
      process =
          new ProcessBuilder("python3", script.toString())
              .redirectError(scratch.resolve("forecast.log").toFile())
              .redirectInput(Redirect.PIPE)
              .start();
    } catch (IOException e) {
      throw new PeerMissing("python3 is not here; install it with numpy", e);
    }
    BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
    String first = answers.readLine();
    if (first == null) {
      process.destroy();
      throw new PeerMissing("python3 lacks numpy; install it: python3 -m pip install numpy");
    }
    String[] versions = first.split(" ", -1);
    return new NumPy(process, answers, "NumPy " + versions[0] + ", Python " + versions[1]);
  }

  String version() {
    return version;
  }

  Turn<List<Range>> run(Scenario scenario, int paths, long seed) throws IOException {
    tasks.write(task(scenario, paths, seed) + "\n");
    tasks.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the NumPy process ended; its log lies beside its script");
    }
    String[] numbers = answer.split(" ", -1);
    List<Range> values = new ArrayList<>();
    for (int i = 1; i < numbers.length; i += 3) {
      values.add(
          new Range(
              Double.parseDouble(numbers[i]),
              Double.parseDouble(numbers[i + 1]),
              Double.parseDouble(numbers[i + 2])));
    }
    return new Turn<>(Long.parseLong(numbers[0]), values);
  }

  private static String task(Scenario scenario, int paths, long seed) {
    String spreads =
        scenario.parameters().entrySet().stream()
            .map(NumPy::spread)
            .collect(Collectors.joining(", "));
    String policies =
        scenario.policies().stream().map(NumPy::policy).collect(Collectors.joining(", "));
    String widths =
        LEVELS.stream()
            .map(level -> Integer.toString(width(level, paths)))
            .collect(Collectors.joining(", "));
    return """
    {"paths": %d, "years": %d, "seed": %d, "widths": [%s], "spreads": {%s}, "policies": [%s]}\
    """
        .formatted(paths, scenario.years(), seed, widths, spreads, policies);
  }

  /** By how many ranks a percentile of one sample may miss that of another. */
  private static int width(double level, int paths) {
    return (int) Math.ceil(STANDARD_ERRORS * Math.sqrt(2 * paths * level * (1 - level)));
  }

  private static String spread(Map.Entry<Scenario.Quantity, Parameter> parameter) {
    String numbers =
        switch (parameter.getValue().spread()) {
          case Spread.Fixed fixed -> "\"fixed\", " + fixed.value();
          case Spread.Uniform uniform -> "\"uniform\", " + uniform.least() + ", " + uniform.most();
          case Spread.Triangular triangular ->
              "\"triangular\", "
                  + triangular.least()
                  + ", "
                  + triangular.mode()
                  + ", "
                  + triangular.most();
          case Spread.Pert pert ->
              "\"pert\", " + pert.least() + ", " + pert.mode() + ", " + pert.most();
        };
    return "\"" + parameter.getKey() + "\": [" + numbers + "]";
  }

  private static String policy(Policy policy) {
    List<String> recipients =
        policy.steps().stream()
            .map(Policy.Step::recipient)
            .filter(recipient -> !recipient.equals(Policy.OWN))
            .distinct()
            .toList();
    String steps =
        policy.steps().stream()
            .map(step ->
                "[" + recipients.indexOf(step.recipient()) + ", " + step.share().orElse(1.0) + "]")
            .collect(Collectors.joining(", "));
    return "{\"recipients\": " + recipients.size() + ", \"steps\": [" + steps + "]}";
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
