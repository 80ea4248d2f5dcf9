package org.fenceline.core.forecast;

import java.time.YearMonth;
import org.fenceline.core.forecast.Scenario.Quantity;

/**
 * What a scenario's own figures say by plain division, before any chance.
 *
 * @param shortestYears years to make the least that is required at the highest rate
 * @param longestYearsAtPeak years to make the most that is required at the highest rate
 * @param shortestYearsAtOpening years to make the least at the opening rate
 * @param longestYears years to make the most at the opening rate
 * @param nothingLeftBefore month before which nothing is left when own needs come first: the
 *     highest rate from the earliest begin on, and the least requirement
 */
public record Implied(
    double shortestYears,
    double longestYearsAtPeak,
    double shortestYearsAtOpening,
    double longestYears,
    YearMonth nothingLeftBefore) {

  /** The implied figures of a scenario. */
  public static Implied of(Scenario scenario) {
    Spread requirement = scenario.parameter(Quantity.REQUIREMENT).spread();
    double peak = scenario.parameter(Quantity.PEAK_RATE).spread().most();
    double opening = scenario.parameter(Quantity.OPENING_RATE).spread().quantile(0.5);
    double start = scenario.parameter(Quantity.RAMP_START).spread().least();
    double months = start + 12 * requirement.least() / peak;
    return new Implied(
        requirement.least() / peak,
        requirement.most() / peak,
        requirement.least() / opening,
        requirement.most() / opening,
        scenario.from().plusMonths((long) Math.floor(months)));
  }
}
