package org.fenceline.core.forecast;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.commons.rng.SplittableUniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.fenceline.core.forecast.Outlook.Burden;
import org.fenceline.core.forecast.Outlook.Moment;
import org.fenceline.core.forecast.Outlook.PolicyOutlook;
import org.fenceline.core.forecast.Outlook.Swing;
import org.fenceline.core.forecast.Outlook.YearOutlook;
import org.fenceline.core.forecast.Scenario.Quantity;

/**
 * Follows a scenario along many courses of events.
 *
 * <p>The paths are cut into a fixed number of streams, each with a generator split off in sequence
 * from one seed, and each result stands under its path's number: how many threads share the streams
 * changes nothing.
 */
public final class Forecast {
  /** How many paths are followed unless told otherwise. */
  public static final int PATHS = 20_000;

  /** Most paths. */
  public static final int MOST_PATHS = 1_000_000;

  private static final int STREAMS = 64;

  private final Scenario scenario;
  private final int paths;
  private final long seed;
  private final Draws draws;
  private final List<Courses> byPolicy = new ArrayList<>();

  private Forecast(Scenario scenario, int paths, long seed) {
    this.scenario = scenario;
    this.paths = paths;
    this.seed = seed;
    this.draws = new Draws(paths);
    for (Policy policy : scenario.policies()) {
      byPolicy.add(
          byPolicy.isEmpty()
              ? Courses.byYear(policy, paths, scenario.years())
              : Courses.inSum(policy, paths));
    }
  }

  /**
   * Runs a forecast.
   *
   * @param paths 1 to {@link #MOST_PATHS}
   * @param threads how many threads share the work
   */
  public static Outlook run(Scenario scenario, int paths, long seed, int threads) {
    if (paths < 1 || paths > MOST_PATHS || threads < 1) {
      throw new IllegalArgumentException(
          "a forecast follows 1 to " + MOST_PATHS + " paths on at least one thread");
    }
    Forecast forecast = new Forecast(scenario, paths, seed);
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      shared(workers, forecast.streams());
      return forecast.outlook(workers);
    }
  }

  /** Does work on several threads and gives what came of it, in order. */
  private static <T> List<T> shared(ExecutorService workers, List<Callable<T>> work) {
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : workers.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a stream failed", e.getCause());
    }
  }

  private List<Callable<Integer>> streams() {
    SplittableUniformRandomProvider root =
        (SplittableUniformRandomProvider) RandomSource.L64_X128_MIX.create(seed);
    List<Callable<Integer>> streams = new ArrayList<>();
    for (int stream = 0; stream < STREAMS; stream++) {
      SplittableUniformRandomProvider random = root.split();
      int first = (int) ((long) paths * stream / STREAMS);
      int end = (int) ((long) paths * (stream + 1) / STREAMS);
      streams.add(() -> stream(random, first, end));
    }
    return streams;
  }

  /** Draws some paths and follows them; gives how many they were. */
  private int stream(SplittableUniformRandomProvider random, int first, int end) {
    Map<Quantity, Spread.Sampler> samplers = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      samplers.put(quantity, scenario.parameter(quantity).spread().sampler(random));
    }
    for (int i = first; i < end; i++) {
      int path = i;
      // The order of the draws is part of what a seed means.
      samplers.forEach((quantity, sampler) -> draws.of(quantity)[path] = sampler.draw());
    }
    for (int i = first; i < end; i += Stretch.PATHS) {
      Stretch stretch = new Stretch(draws, i, Math.min(end, i + Stretch.PATHS));
      for (int policy = 0; policy < byPolicy.size(); policy++) {
        stretch.follow(scenario.policies().get(policy), scenario.years(), byPolicy.get(policy));
      }
    }
    return end - first;
  }

  private Outlook outlook(ExecutorService workers) {
    Burden burden = burden(workers);
    List<Callable<YearOutlook>> years = new ArrayList<>();
    for (int i = 0; i < scenario.years(); i++) {
      int year = i;
      years.add(() -> year(year));
    }
    List<Callable<PolicyOutlook>> policies = new ArrayList<>();
    for (int i = 0; i < scenario.policies().size(); i++) {
      Policy policy = scenario.policies().get(i);
      Courses courses = byPolicy.get(i);
      policies.add(() -> policy(policy, courses));
    }
    return new Outlook(
        scenario,
        paths,
        seed,
        shared(workers, years),
        shared(workers, policies),
        burden,
        tornado());
  }

  private YearOutlook year(int year) {
    Courses first = byPolicy.getFirst();
    Map<String, Percentiles> delivered = new LinkedHashMap<>();
    for (int r = 0; r < first.recipients.size(); r++) {
      delivered.put(first.recipients.get(r), Percentiles.of(first.delivered.get(r).get(year)));
    }
    return new YearOutlook(
        year,
        Percentiles.of(first.produced.get(year)),
        Percentiles.of(first.stock.get(year)),
        Percentiles.of(first.laid.get(year)),
        delivered);
  }

  private PolicyOutlook policy(Policy policy, Courses courses) {
    Map<String, Moment> first = new LinkedHashMap<>();
    for (int r = 0; r < courses.recipients.size(); r++) {
      first.put(courses.recipients.get(r), moment(courses.firstDeliveryMonth.get(r)));
    }
    return new PolicyOutlook(policy, moment(courses.requirementMetMonth), first);
  }

  private Moment moment(double[] months) {
    int come = 0;
    for (double month : months) {
      come += month < Courses.NEVER_MONTHS ? 1 : 0;
    }
    Percentiles percentiles = Percentiles.of(months);
    return new Moment(
        (double) come / paths,
        yearMonth(percentiles.p5()),
        yearMonth(percentiles.p50()),
        yearMonth(percentiles.p95()));
  }

  private Optional<YearMonth> yearMonth(double months) {
    return months >= Courses.NEVER_MONTHS
        ? Optional.empty()
        : Optional.of(scenario.from().plusMonths((long) months));
  }

  private Burden burden(ExecutorService workers) {
    double[] laid = byPolicy.getFirst().totalLaid;
    double[] area = new double[paths];
    double[] teamYears = new double[paths];
    double[] cost = new double[paths];
    double[] areaPerMine = draws.of(Quantity.AREA_PER_MINE);
    double[] teamOutput = draws.of(Quantity.TEAM_OUTPUT);
    double[] clearanceCost = draws.of(Quantity.CLEARANCE_COST);
    for (int i = 0; i < paths; i++) {
      area[i] = laid[i] * areaPerMine[i];
      teamYears[i] = area[i] / teamOutput[i];
      cost[i] = area[i] * clearanceCost[i];
    }
    List<Percentiles> percentiles =
        shared(
            workers,
            List.of(
                () -> Percentiles.of(laid),
                () -> Percentiles.of(area),
                () -> Percentiles.of(teamYears),
                () -> Percentiles.of(cost)));
    return new Burden(
        percentiles.get(0), percentiles.get(1), percentiles.get(2), percentiles.get(3));
  }

  private List<Swing> tornado() {
    List<Swing> swings = new ArrayList<>();
    for (Quantity quantity :
        List.of(
            Quantity.OPENING_RATE,
            Quantity.RAMP_START,
            Quantity.RAMP_LENGTH,
            Quantity.PEAK_RATE,
            Quantity.REQUIREMENT)) {
      swings.add(
          new Swing(
              quantity,
              monthsUntilMet(quantity, 0.05),
              monthsUntilMet(quantity, 0.95),
              scenario.parameter(quantity).isAssumption()));
    }
    swings.sort(Comparator.comparingInt(Swing::months).reversed());
    return swings;
  }

  private int monthsUntilMet(Quantity moved, double probability) {
    Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      double at = quantity == moved ? probability : 0.5;
      values.put(quantity, scenario.parameter(quantity).spread().quantile(at));
    }
    Policy policy = scenario.policies().getFirst();
    Courses courses = Courses.inSum(policy, 1);
    new Stretch(Draws.of(values), 0, 1).follow(policy, Scenario.MOST_YEARS, courses);
    return (int) courses.requirementMetMonth[0];
  }
}
