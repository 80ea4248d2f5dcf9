package org.fenceline.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.apache.commons.rng.simple.RandomSource;
import org.fenceline.core.forecast.Outlook.YearOutlook;
import org.fenceline.core.forecast.Scenario.Quantity;
import org.fenceline.testing.Property;
import org.junit.jupiter.api.Test;

/**
 * What a forecast promises: repeatable, conserving, and right where it can be worked out by hand.
 */
class ForecastTest {
  private static final int PATHS = 2_000;
  private static final int PROPERTY_RUNS = 100;
  private static final Policy OWN_FIRST =
      new Policy(
          "own-first",
          List.of(
              new Policy.Step(Policy.OWN, Optional.empty()),
              new Policy.Step("UKR", Optional.of(0.5)),
              new Policy.Step("allies", Optional.empty())));
  private static final Policy FROM_THE_START =
      new Policy(
          "from-start",
          List.of(
              new Policy.Step("UKR", Optional.of(0.25)),
              new Policy.Step(Policy.OWN, Optional.empty())));

  private static Parameter cited(Spread spread) {
    return new Parameter(spread, "unit", Optional.of("claim"), "");
  }

  private static Scenario scenario(Map<Quantity, Spread> spreads, int years) {
    SequencedMap<Quantity, Parameter> parameters = new LinkedHashMap<>();
    Map<Quantity, Double> fixed = new EnumMap<>(Quantity.class);
    fixed.put(Quantity.OPENING_RATE, 120_000.0);
    fixed.put(Quantity.RAMP_START, 12.0);
    fixed.put(Quantity.RAMP_LENGTH, 0.0);
    fixed.put(Quantity.PEAK_RATE, 1_200_000.0);
    fixed.put(Quantity.REQUIREMENT, 1_320_000.0);
    fixed.put(Quantity.LAYING_RATE, 12_000.0);
    fixed.put(Quantity.AREA_PER_MINE, 10.0);
    fixed.put(Quantity.TEAM_OUTPUT, 1_000.0);
    fixed.put(Quantity.CLEARANCE_COST, 2.0);
    fixed.forEach((quantity, value) ->
        parameters.put(quantity, cited(spreads.getOrDefault(quantity, new Spread.Fixed(value)))));
    return new Scenario(
        "test", YearMonth.of(2026, 1), years, parameters, List.of(OWN_FIRST, FROM_THE_START));
  }

  @Test
  void withoutChanceItIsTheSumWorkedOutByHand() {
    Outlook outlook = Forecast.run(scenario(Map.of(), 3), 10, 1, 1);
    YearOutlook first = outlook.years().get(0);
    YearOutlook second = outlook.years().get(1);
    YearOutlook third = outlook.years().get(2);
    assertThat(first.produced().p50()).isEqualTo(120_000, within(1e-6));
    assertThat(second.produced().p50()).isEqualTo(1_200_000, within(1e-6));
    assertThat(first.laid().p50()).isEqualTo(12_000, within(1e-6));
    assertThat(second.stock().p50()).isEqualTo(1_320_000 - 24_000, within(1e-6));
    assertThat(delivered(second, "UKR")).isZero();
    assertThat(delivered(third, "UKR")).isEqualTo(600_000, within(1e-6));
    assertThat(delivered(third, "allies")).isEqualTo(600_000, within(1e-6));
    assertThat(outlook.policies().get(0).requirementMet().middle())
        .contains(YearMonth.of(2027, 12));
    assertThat(first(outlook, 0, "UKR")).contains(YearMonth.of(2028, 1));
    assertThat(first(outlook, 1, "UKR")).contains(YearMonth.of(2026, 1));
    assertThat(outlook.burden().areaSquareMetres().p50()).isEqualTo(360_000, within(1e-6));
    assertThat(outlook.burden().teamYears().p50()).isEqualTo(360, within(1e-6));
    assertThat(outlook.burden().costEuros().p50()).isEqualTo(720_000, within(1e-6));
  }

  private static double delivered(YearOutlook year, String recipient) {
    return year.delivered().getOrDefault(recipient, new Percentiles(-1, -1, -1)).p50();
  }

  private static Optional<YearMonth> first(Outlook outlook, int policy, String recipient) {
    return Optional.ofNullable(outlook.policies().get(policy).firstDelivery().get(recipient))
        .flatMap(Outlook.Moment::middle);
  }

  private static Scenario spread() {
    return scenario(
        Map.of(
            Quantity.PEAK_RATE, new Spread.Pert(300_000, 900_000, 1_200_000),
            Quantity.RAMP_LENGTH, new Spread.Triangular(1, 12, 48),
            Quantity.RAMP_START, new Spread.Uniform(2, 12),
            Quantity.LAYING_RATE, new Spread.Uniform(0, 1_000_000)),
        15);
  }

  @Test
  void theSameSeedGivesTheSameFiguresOnAnyNumberOfThreads() {
    Outlook one = Forecast.run(spread(), PATHS, 7, 1);
    for (int threads : new int[] {2, 7}) {
      Outlook many = Forecast.run(spread(), PATHS, 7, threads);
      assertThat(many.years()).isEqualTo(one.years());
      assertThat(many.burden()).isEqualTo(one.burden());
      assertThat(many.policies()).isEqualTo(one.policies());
    }
    assertThat(Forecast.run(spread(), PATHS, 8, 1).years()).isNotEqualTo(one.years());
  }

  @Test
  void percentilesRise() {
    for (YearOutlook year : Forecast.run(spread(), PATHS, 7, 2).years()) {
      for (Percentiles p : List.of(year.produced(), year.stock(), year.laid())) {
        assertThat(p.p5()).isLessThanOrEqualTo(p.p50());
        assertThat(p.p50()).isLessThanOrEqualTo(p.p95());
      }
    }
  }

  @Test
  void nothingThatIsMadeIsLostOnAnyPath() {
    Property.check(
        "what is made is in stock, in the ground or delivered",
        PROPERTY_RUNS,
        random -> {
          Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
          for (Quantity quantity : Quantity.values()) {
            values.put(quantity, random.nextDouble(0, 50));
          }
          values.put(Quantity.REQUIREMENT, random.nextDouble(0, 1_000));
          int years = 1 + random.nextInt(20);
          for (Policy policy : List.of(OWN_FIRST, FROM_THE_START, policy(random))) {
            Path path = Path.of(new Draw(values), policy, years);
            double made = 0;
            double gone = 0;
            for (int year = 0; year < years; year++) {
              made += path.produced[year];
              gone += path.laid[year];
              for (double[] delivered : path.delivered) {
                gone += delivered[year];
              }
              assertThat(path.stock[year]).isGreaterThanOrEqualTo(0);
              assertThat(gone + path.stock[year]).isEqualTo(made, within(1e-6));
            }
          }
        });
  }

  @Test
  void pathsFollowedTogetherAreThoseFollowedAlone() {
    Property.check(
        "a stretch is what each of its paths is alone, to the last bit",
        PROPERTY_RUNS,
        random -> {
          int paths = 1 + random.nextInt(Stretch.PATHS);
          int before = random.nextInt(3);
          Draws draws = new Draws(before + paths);
          for (Quantity quantity : Quantity.values()) {
            double most = quantity == Quantity.REQUIREMENT ? 1_000 : 50;
            Arrays.setAll(
                draws.of(quantity), _ -> random.nextInt(10) == 0 ? 0 : random.nextDouble(0, most));
          }
          int years = 1 + random.nextInt(20);
          for (Policy policy : List.of(OWN_FIRST, FROM_THE_START, policy(random))) {
            Courses courses = Courses.byYear(policy, before + paths, years);
            new Stretch(draws, before, before + paths).follow(policy, years, courses);
            for (int i = before; i < before + paths; i++) {
              assertSame(courses, i, Path.of(alone(draws, i), policy, years), years);
            }
          }
        });
  }

  private static Draw alone(Draws draws, int path) {
    Map<Quantity, Double> values = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      values.put(quantity, draws.of(quantity)[path]);
    }
    return new Draw(values);
  }

  private static void assertSame(Courses courses, int i, Path alone, int years) {
    for (int year = 0; year < years; year++) {
      assertThat(courses.produced.get(year)[i]).isEqualTo(alone.produced[year]);
      assertThat(courses.stock.get(year)[i]).isEqualTo(alone.stock[year]);
      assertThat(courses.laid.get(year)[i]).isEqualTo(alone.laid[year]);
      for (int r = 0; r < courses.recipients.size(); r++) {
        assertThat(courses.delivered.get(r).get(year)[i]).isEqualTo(alone.delivered[r][year]);
      }
    }
    assertThat(courses.totalLaid[i]).isCloseTo(alone.totalLaid(), within(1e-6));
    assertThat(courses.requirementMetMonth[i]).isEqualTo(month(alone.requirementMetMonth));
    for (int r = 0; r < courses.recipients.size(); r++) {
      assertThat(courses.firstDeliveryMonth.get(r)[i])
          .isEqualTo(month(alone.firstDeliveryMonth[r]));
    }
  }

  private static double month(int month) {
    return month == Path.NEVER ? Courses.NEVER_MONTHS : month;
  }

  private static Policy policy(SplittableRandom random) {
    return new Policy(
        "random",
        List.of(
            new Policy.Step("X", Optional.of(random.nextDouble())),
            new Policy.Step(Policy.OWN, Optional.of(random.nextDouble())),
            new Policy.Step("Y", Optional.of(random.nextDouble()))));
  }

  @Test
  void spreadsHaveTheMeansOfTheirLaws() {
    assertMean(new Spread.Uniform(2, 8), 5);
    assertMean(new Spread.Triangular(1, 4, 10), 5);
    assertMean(new Spread.Pert(1, 4, 13), (1 + 4 * 4 + 13) / 6.0);
  }

  private static void assertMean(Spread spread, double mean) {
    Spread.Sampler sampler = spread.sampler(RandomSource.L64_X128_MIX.create(1L));
    double sum = 0;
    int draws = 200_000;
    for (int i = 0; i < draws; i++) {
      double drawn = sampler.draw();
      assertThat(drawn).isBetween(spread.least(), spread.most());
      sum += drawn;
    }
    assertThat(sum / draws).isEqualTo(mean, within(0.05));
    assertThat(spread.quantile(0.05)).isLessThan(spread.quantile(0.95));
  }

  @Test
  void theReportsOwnFiguresImplyFourToFiveYearsAndFiftyToSixty() {
    Scenario report =
        scenario(
            Map.of(
                Quantity.OPENING_RATE, new Spread.Fixed(100_000),
                Quantity.RAMP_START, new Spread.Uniform(2, 12),
                Quantity.PEAK_RATE, new Spread.Pert(300_000, 900_000, 1_200_000),
                Quantity.REQUIREMENT, new Spread.Uniform(5_000_000, 6_000_000)),
            15);
    Implied implied = Implied.of(report);
    assertThat(implied.shortestYears()).isEqualTo(4.1667, within(1e-3));
    assertThat(implied.longestYearsAtPeak()).isEqualTo(5, within(1e-9));
    assertThat(implied.shortestYearsAtOpening()).isEqualTo(50, within(1e-9));
    assertThat(implied.longestYears()).isEqualTo(60, within(1e-9));
    assertThat(implied.nothingLeftBefore()).isEqualTo(YearMonth.of(2030, 5));
  }

  @Test
  void anAssumptionHasAWideRange() {
    assertThatThrownBy(() -> new Parameter(new Spread.Uniform(10, 11), "m", Optional.empty(), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wide range");
    assertThat(new Parameter(new Spread.Uniform(10, 20), "m", Optional.empty(), "").isAssumption())
        .isTrue();
  }
}
