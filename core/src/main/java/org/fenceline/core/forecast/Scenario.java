package org.fenceline.core.forecast;

import java.time.YearMonth;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a forecast rests on.
 *
 * @param name short name
 * @param from first month
 * @param years how many years are looked at
 * @param parameters the numbers by name
 * @param policies who gets what is made; the first is the one shown year by year
 */
public record Scenario(
    String name,
    YearMonth from,
    int years,
    SequencedMap<Quantity, Parameter> parameters,
    List<Policy> policies) {

  /** Most years that are looked at. */
  public static final int MOST_YEARS = 60;

  /** The numbers that a scenario needs. */
  public enum Quantity {
    /** Mines a year before the ramp. */
    OPENING_RATE,
    /** Months from the first month until the ramp begins. */
    RAMP_START,
    /** Months from the begin of the ramp to the peak, rising straight. */
    RAMP_LENGTH,
    /** Mines a year at the peak. */
    PEAK_RATE,
    /** Mines that the state wants for itself. */
    REQUIREMENT,
    /** Mines a year that go from stock to ground. */
    LAYING_RATE,
    /** Square metres to be cleared a mine laid. */
    AREA_PER_MINE,
    /** Square metres that a team clears a year. */
    TEAM_OUTPUT,
    /** Cost of clearing a square metre, in euros of today. */
    CLEARANCE_COST
  }

  public Scenario {
    policies = List.copyOf(policies);
    for (Quantity quantity : Quantity.values()) {
      if (!parameters.containsKey(quantity)) {
        throw new IllegalArgumentException("the scenario lacks " + quantity);
      }
    }
    if (policies.isEmpty() || years < 1 || years > MOST_YEARS) {
      throw new IllegalArgumentException(
          "a scenario has a policy and 1 to " + MOST_YEARS + " years");
    }
  }

  /** A number by name. */
  public Parameter parameter(Quantity quantity) {
    Parameter parameter = parameters.get(quantity);
    if (parameter == null) {
      throw new IllegalStateException("all quantities were checked");
    }
    return parameter;
  }
}
