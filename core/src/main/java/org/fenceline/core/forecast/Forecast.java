package org.fenceline.core.forecast;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
  private static final int NEVER_MONTHS = Scenario.MOST_YEARS * 12;

  private final Scenario scenario;
  private final int paths;
  private final long seed;
  private final List<List<Path>> byPolicy = new ArrayList<>();
  private final Draw[] draws;

  private Forecast(Scenario scenario, int paths, long seed) {
    this.scenario = scenario;
    this.paths = paths;
    this.seed = seed;
    this.draws = new Draw[paths];
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
    forecast.draw(threads);
    return forecast.outlook();
  }

  private void draw(int threads) {
    SplittableUniformRandomProvider root =
        (SplittableUniformRandomProvider) RandomSource.L64_X128_MIX.create(seed);
    List<SplittableUniformRandomProvider> streams = new ArrayList<>();
    for (int i = 0; i < STREAMS; i++) {
      streams.add(root.split());
    }
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> work = new ArrayList<>();
      for (int stream = 0; stream < STREAMS; stream++) {
        int first = (int) ((long) paths * stream / STREAMS);
        int end = (int) ((long) paths * (stream + 1) / STREAMS);
        SplittableUniformRandomProvider random = streams.get(stream);
        work.add(workers.submit(() -> drawStream(random, first, end)));
      }
      for (Future<?> future : work) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a stream failed", e.getCause());
    }
    for (Policy policy : scenario.policies()) {
      byPolicy.add(
          IntStream.range(0, paths)
              .mapToObj(i -> Path.of(draws[i], policy, scenario.years()))
              .toList());
    }
  }

  private void drawStream(SplittableUniformRandomProvider random, int first, int end) {
    Map<Quantity, Spread.Sampler> samplers = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      samplers.put(quantity, scenario.parameter(quantity).spread().sampler(random));
    }
    for (int i = first; i < end; i++) {
      Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
      samplers.forEach((quantity, sampler) -> values.put(quantity, sampler.draw()));
      draws[i] = new Draw(values);
    }
  }

  private Outlook outlook() {
    List<YearOutlook> years = new ArrayList<>();
    for (int year = 0; year < scenario.years(); year++) {
      years.add(year(year));
    }
    List<PolicyOutlook> policies = new ArrayList<>();
    for (int i = 0; i < scenario.policies().size(); i++) {
      policies.add(policy(scenario.policies().get(i), byPolicy.get(i)));
    }
    return new Outlook(scenario, paths, seed, years, policies, burden(), tornado());
  }

  /** Takes a number from a path. */
  @FunctionalInterface
  private interface Measure {
    double of(int index);
  }

  private Percentiles percentiles(Measure measure) {
    double[] values = new double[paths];
    for (int i = 0; i < paths; i++) {
      values[i] = measure.of(i);
    }
    return Percentiles.of(values);
  }

  private YearOutlook year(int year) {
    List<Path> first = byPolicy.getFirst();
    Map<String, Percentiles> delivered = new LinkedHashMap<>();
    List<String> recipients = scenario.policies().getFirst().recipients();
    for (int r = 0; r < recipients.size(); r++) {
      int recipient = r;
      delivered.put(recipients.get(r), percentiles(i -> first.get(i).delivered[recipient][year]));
    }
    return new YearOutlook(
        year,
        percentiles(i -> first.get(i).produced[year]),
        percentiles(i -> first.get(i).stock[year]),
        percentiles(i -> first.get(i).laid[year]),
        delivered);
  }

  private PolicyOutlook policy(Policy policy, List<Path> followed) {
    Map<String, Moment> first = new LinkedHashMap<>();
    List<String> recipients = policy.recipients();
    for (int r = 0; r < recipients.size(); r++) {
      int recipient = r;
      first.put(recipients.get(r), moment(i -> followed.get(i).firstDeliveryMonth[recipient]));
    }
    return new PolicyOutlook(policy, moment(i -> followed.get(i).requirementMetMonth), first);
  }

  private Moment moment(Measure month) {
    double[] months = new double[paths];
    int come = 0;
    for (int i = 0; i < paths; i++) {
      double at = month.of(i);
      come += at == Path.NEVER ? 0 : 1;
      months[i] = at == Path.NEVER ? NEVER_MONTHS : at;
    }
    Percentiles percentiles = Percentiles.of(months);
    return new Moment(
        (double) come / paths,
        yearMonth(percentiles.p5()),
        yearMonth(percentiles.p50()),
        yearMonth(percentiles.p95()));
  }

  private Optional<YearMonth> yearMonth(double months) {
    return months >= NEVER_MONTHS
        ? Optional.empty()
        : Optional.of(scenario.from().plusMonths((long) months));
  }

  private Burden burden() {
    List<Path> first = byPolicy.getFirst();
    Measure laid = i -> first.get(i).totalLaid();
    Measure area = i -> laid.of(i) * draws[i].of(Quantity.AREA_PER_MINE);
    return new Burden(
        percentiles(laid),
        percentiles(area),
        percentiles(i -> area.of(i) / draws[i].of(Quantity.TEAM_OUTPUT)),
        percentiles(i -> area.of(i) * draws[i].of(Quantity.CLEARANCE_COST)));
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
    Path path = Path.of(new Draw(values), scenario.policies().getFirst(), Scenario.MOST_YEARS);
    return path.requirementMetMonth == Path.NEVER ? NEVER_MONTHS : path.requirementMetMonth;
  }
}
