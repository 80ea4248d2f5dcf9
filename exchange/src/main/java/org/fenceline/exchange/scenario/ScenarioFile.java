package org.fenceline.exchange.scenario;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.fenceline.core.entry.json.Document;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.entry.json.RecordShape;
import org.fenceline.core.forecast.Parameter;
import org.fenceline.core.forecast.Policy;
import org.fenceline.core.forecast.Scenario;
import org.fenceline.core.forecast.Scenario.Quantity;
import org.fenceline.core.forecast.Spread;
import org.fenceline.exchange.yaml.YamlReader;

/**
 * What a scenario file holds.
 *
 * @param name short name
 * @param from first month
 * @param years years that are looked at
 * @param parameters the numbers, by the names of {@link Quantity} in lower case with dashes
 * @param policies who gets what is made
 */
@Meaning("What a forecast rests on.")
public record ScenarioFile(
    String name, YearMonth from, int years, Json.Obj parameters, List<PolicyLines> policies) {

  /**
   * A number as the file has it: exactly one of value, uniform, triangular and pert; a claim or
   * source, or {@code assumption: true}.
   */
  public record Figure(
      String unit,
      Optional<BigDecimal> value,
      Optional<Range> uniform,
      Optional<Peaked> triangular,
      Optional<Peaked> pert,
      Optional<String> claim,
      Optional<String> source,
      Optional<Boolean> assumption,
      Optional<String> note) {}

  /** Two ends. */
  public record Range(BigDecimal min, BigDecimal max) {}

  /** Two ends and the likeliest value between. */
  public record Peaked(BigDecimal min, BigDecimal mode, BigDecimal max) {}

  /** A policy. */
  public record PolicyLines(String name, List<Turn> order) {}

  /** A recipient's turn. */
  public record Turn(String to, Optional<BigDecimal> share) {}

  /**
   * Reads a file's text.
   *
   * @throws MalformedInput with every problem, each with its line and field
   */
  public static Scenario read(String text) throws MalformedInput {
    Document document = YamlReader.read(text);
    ScenarioFile file = RecordShape.of(ScenarioFile.class).read(document);
    List<Problem> problems = new ArrayList<>();
    SequencedMap<Quantity, Parameter> parameters = file.numbers(document, problems);
    List<Policy> policies = file.policies(document, problems);
    if (problems.isEmpty()) {
      try {
        return new Scenario(file.name(), file.from(), file.years(), parameters, policies);
      } catch (IllegalArgumentException e) {
        problems.add(problem(document, "", e));
      }
    }
    throw new MalformedInput(problems.stream().map(document::placed).toList());
  }

  private SequencedMap<Quantity, Parameter> numbers(Document document, List<Problem> problems) {
    SequencedMap<Quantity, Parameter> read = new LinkedHashMap<>();
    List<String> words = new ArrayList<>();
    for (Quantity quantity : Quantity.values()) {
      String word = quantity.name().toLowerCase(Locale.ROOT).replace('_', '-');
      words.add(word);
      String path = "parameters." + word;
      Optional<Json> json = parameters.get(word);
      if (json.isEmpty()) {
        problems.add(new Problem("scenario.missing", document.place(path), "is missing", "add it"));
      } else {
        RecordShape.of(Figure.class)
            .read(json.get(), path, problems)
            .flatMap(number -> parameter(document, path, number, problems))
            .ifPresent(parameter -> read.put(quantity, parameter));
      }
    }
    parameters.members().keySet().stream()
        .filter(name -> !words.contains(name))
        .forEach(name ->
            problems.add(
                new Problem(
                    "entry.member",
                    document.place("parameters." + name),
                    "no such parameter",
                    "parameters are " + String.join(", ", words))));
    return read;
  }

  private static Optional<Parameter> parameter(
      Document document, String path, Figure number, List<Problem> problems) {
    try {
      Optional<String> citation = number.claim().or(number::source);
      boolean assumed = number.assumption().orElse(false);
      if (citation.isPresent() == assumed) {
        throw new IllegalArgumentException(
            assumed
                ? "an assumption cites nothing; leave out the claim, or assumption: true"
                : "rests on nothing; name a claim or source, or write assumption: true");
      }
      return Optional.of(
          new Parameter(spread(number), number.unit(), citation, number.note().orElse("")));
    } catch (IllegalArgumentException e) {
      problems.add(problem(document, path, e));
      return Optional.empty();
    }
  }

  private static Spread spread(Figure number) {
    List<Spread> given = new ArrayList<>();
    number.value().ifPresent(value -> given.add(new Spread.Fixed(value.doubleValue())));
    number
        .uniform()
        .ifPresent(
            u -> given.add(new Spread.Uniform(u.min().doubleValue(), u.max().doubleValue())));
    number
        .triangular()
        .ifPresent(t ->
            given.add(
                new Spread.Triangular(
                    t.min().doubleValue(), t.mode().doubleValue(), t.max().doubleValue())));
    number
        .pert()
        .ifPresent(p ->
            given.add(
                new Spread.Pert(
                    p.min().doubleValue(), p.mode().doubleValue(), p.max().doubleValue())));
    if (given.size() != 1) {
      throw new IllegalArgumentException(
          "write exactly one of value, uniform, triangular and pert; found " + given.size());
    }
    return given.getFirst();
  }

  private List<Policy> policies(Document document, List<Problem> problems) {
    List<Policy> read = new ArrayList<>();
    for (int i = 0; i < policies.size(); i++) {
      PolicyLines lines = policies.get(i);
      try {
        read.add(
            new Policy(
                lines.name(),
                lines.order().stream()
                    .map(turn ->
                        new Policy.Step(turn.to(), turn.share().map(BigDecimal::doubleValue)))
                    .toList()));
      } catch (IllegalArgumentException e) {
        problems.add(problem(document, "policies[" + i + "]", e));
      }
    }
    return read;
  }

  private static Problem problem(Document document, String path, IllegalArgumentException e) {
    return new Problem("scenario.value", document.place(path), String.valueOf(e.getMessage()), "");
  }
}
