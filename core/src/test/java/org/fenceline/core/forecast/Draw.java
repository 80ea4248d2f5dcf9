package org.fenceline.core.forecast;

import java.util.EnumMap;
import java.util.Map;
import org.fenceline.core.forecast.Scenario.Quantity;

/**
 * One value for every number of a scenario.
 *
 * @param values the values
 */
record Draw(Map<Quantity, Double> values) {
  Draw {
    values = new EnumMap<>(values);
  }

  double of(Quantity quantity) {
    Double value = values.get(quantity);
    if (value == null) {
      throw new IllegalStateException("every number is drawn");
    }
    return value;
  }
}
