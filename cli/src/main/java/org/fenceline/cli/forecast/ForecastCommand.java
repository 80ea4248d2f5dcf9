package org.fenceline.cli.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.FencelineCommand;
import org.fenceline.cli.terminal.Input;
import org.fenceline.core.entry.json.MalformedInput;
import org.fenceline.core.entry.json.Place;
import org.fenceline.core.entry.json.Problem;
import org.fenceline.core.forecast.Forecast;
import org.fenceline.core.forecast.Outlook;
import org.fenceline.core.forecast.Policy;
import org.fenceline.core.forecast.Scenario;
import org.fenceline.exchange.claims.ClaimsFile;
import org.fenceline.exchange.scenario.ScenarioFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fenceline forecast}. */
@Command(
    name = "forecast",
    description = {
      "What a scenario leads to: production, stock, deliveries and the clearance that follows, with",
      "their uncertainty. The same seed gives the same figures on any number of threads."
    },
    footer = {
      "  fenceline forecast examples/east-shield/scenario.yaml",
      "  fenceline forecast scenario.yaml --claims claims.yaml --paths 100000 --seed 7 --json"
    })
public final class ForecastCommand extends FencelineCommand {

  /** From how many paths on a forecast takes about two seconds. */
  private static final int MANY_PATHS = 50_000;

  @Parameters(paramLabel = "SCENARIO", description = "The scenario file (YAML).")
  private String file = "";

  @Option(
      names = "--claims",
      paramLabel = "CLAIMS",
      description = "Check that the claims cited stand in this claims file.")
  private @Nullable String claims;

  @Option(
      names = "--paths",
      paramLabel = "N",
      description = "How many courses of events are followed; 20000 unless given.")
  private int paths = Forecast.PATHS;

  @Option(names = "--seed", paramLabel = "S", description = "The seed; 2026 unless given.")
  private long seed = 2026;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads share the work; one a processor unless given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--policy",
      paramLabel = "NAME",
      description = "Show this policy year by year; the file's first unless given.")
  private @Nullable String policy;

  @Override
  public Integer call() throws MalformedInput {
    if (paths < 1 || paths > Forecast.MOST_PATHS || threads < 1) {
      throw usage("--paths is 1 to " + Forecast.MOST_PATHS + ", --threads at least 1");
    }
    Scenario scenario = chosen(read(Input.read(surroundings(), file)));
    if (claims != null) {
      checkCitations(scenario, Input.read(surroundings(), claims));
    }
    if (paths > MANY_PATHS) {
      progress("following %,d paths ...".formatted(paths));
    }
    Outlook outlook = Forecast.run(scenario, paths, seed, threads);
    answer(OutlookAnswer.json(outlook), page -> OutlookAnswer.show(page, outlook));
    return ExitCode.FINE;
  }

  private static Scenario read(Input input) throws MalformedInput {
    try {
      return ScenarioFile.read(input.text());
    } catch (MalformedInput e) {
      throw e.in(input.name());
    }
  }

  private Scenario chosen(Scenario scenario) {
    if (policy == null) {
      return scenario;
    }
    Optional<Policy> first =
        scenario.policies().stream().filter(p -> p.name().equals(policy)).findFirst();
    if (first.isEmpty()) {
      throw usage(
          "--policy is one of "
              + scenario.policies().stream().map(Policy::name).collect(Collectors.joining(", ")));
    }
    List<Policy> ordered = new ArrayList<>(scenario.policies());
    ordered.remove(first.get());
    ordered.addFirst(first.get());
    return new Scenario(
        scenario.name(), scenario.from(), scenario.years(), scenario.parameters(), ordered);
  }

  private void checkCitations(Scenario scenario, Input input) throws MalformedInput {
    ClaimsFile read;
    try {
      read = ClaimsFile.read(input.text());
    } catch (MalformedInput e) {
      throw e.in(input.name());
    }
    Set<String> known =
        read.claims().stream().map(claim -> claim.claim().text()).collect(Collectors.toSet());
    known.add(read.source().name().text());
    List<Problem> problems = new ArrayList<>();
    scenario
        .parameters()
        .forEach((quantity, parameter) ->
            parameter
                .citation()
                .filter(citation -> !known.contains(citation))
                .ifPresent(citation ->
                    problems.add(
                        new Problem(
                            "scenario.citation",
                            Place.ofField(OutlookAnswer.word(quantity)).in(file),
                            "cites \"" + citation + "\", which is not in " + claims,
                            "name a claim of that file, or the source itself"))));
    if (!problems.isEmpty()) {
      throw new MalformedInput(problems);
    }
  }
}
