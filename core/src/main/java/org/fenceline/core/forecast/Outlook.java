package org.fenceline.core.forecast;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a forecast came to.
 *
 * @param scenario what it rests on
 * @param paths how many courses of events were followed
 * @param seed the seed that repeats it
 * @param years results year by year under the first policy
 * @param policies results by policy
 * @param burden what clearing everything laid would take
 * @param tornado what drives the day on which the requirement is met, strongest first
 */
public record Outlook(
    Scenario scenario,
    int paths,
    long seed,
    List<YearOutlook> years,
    List<PolicyOutlook> policies,
    Burden burden,
    List<Swing> tornado) {

  /**
   * One year, in mines.
   *
   * @param year the year of the scenario, from 0
   * @param produced made in the year
   * @param stock held at its end
   * @param laid laid in the year
   * @param delivered delivered in the year, by recipient
   */
  public record YearOutlook(
      int year,
      Percentiles produced,
      Percentiles stock,
      Percentiles laid,
      Map<String, Percentiles> delivered) {}

  /**
   * A moment that comes in some paths.
   *
   * @param probability the part of the paths in which it comes within the years looked at
   * @param early when it has come in one path of twenty; empty where in fewer
   * @param middle when it has come in half of them
   * @param late when it has come in nineteen of twenty
   */
  public record Moment(
      double probability,
      Optional<YearMonth> early,
      Optional<YearMonth> middle,
      Optional<YearMonth> late) {}

  /**
   * Results of one policy.
   *
   * @param policy the policy
   * @param requirementMet when the state has what it wants
   * @param firstDelivery when each recipient gets its first
   */
  public record PolicyOutlook(
      Policy policy, Moment requirementMet, Map<String, Moment> firstDelivery) {}

  /**
   * What clearing everything laid within the years looked at would take.
   *
   * @param minesLaid mines in the ground
   * @param areaSquareMetres area to be cleared
   * @param teamYears work of teams
   * @param costEuros cost in euros of today
   */
  public record Burden(
      Percentiles minesLaid,
      Percentiles areaSquareMetres,
      Percentiles teamYears,
      Percentiles costEuros) {}

  /**
   * How far one number moves the day on which the requirement is met, the others at their middle.
   *
   * @param quantity the number
   * @param low months until then at its 5th percentile
   * @param high months until then at its 95th percentile
   * @param isAssumption whether nothing that was read says it
   */
  public record Swing(Scenario.Quantity quantity, int low, int high, boolean isAssumption) {
    /** How wide it swings, in months. */
    public int months() {
      return Math.abs(high - low);
    }
  }
}
