package org.fenceline.bench.forecast;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.forecast.Outlook;
import org.fenceline.core.forecast.Percentiles;
import org.fenceline.core.forecast.Scenario;

/** The percentiles of an outlook in one fixed order, which the peer's script keeps too. */
final class Measures {
  private static final int NEVER_MONTHS = Scenario.MOST_YEARS * 12;

  private final YearMonth from;
  private final List<Range> values = new ArrayList<>();

  private Measures(YearMonth from) {
    this.from = from;
  }

  static List<Range> of(Outlook outlook) {
    Measures measures = new Measures(outlook.scenario().from());
    for (Outlook.YearOutlook year : outlook.years()) {
      measures.add(year.produced());
      measures.add(year.stock());
      measures.add(year.laid());
      year.delivered().values().forEach(measures::add);
    }
    for (Outlook.PolicyOutlook policy : outlook.policies()) {
      measures.add(policy.requirementMet());
      policy.firstDelivery().values().forEach(measures::add);
    }
    measures.add(outlook.burden().minesLaid());
    measures.add(outlook.burden().areaSquareMetres());
    measures.add(outlook.burden().teamYears());
    measures.add(outlook.burden().costEuros());
    return measures.values;
  }

  private void add(Percentiles percentiles) {
    add(percentiles.p5());
    add(percentiles.p50());
    add(percentiles.p95());
  }

  private void add(Outlook.Moment moment) {
    add(months(moment.early()));
    add(months(moment.middle()));
    add(months(moment.late()));
  }

  private double months(Optional<YearMonth> month) {
    return month.map(at -> (double) ChronoUnit.MONTHS.between(from, at)).orElse(1.0 * NEVER_MONTHS);
  }

  private void add(double value) {
    values.add(new Range(value, value, value));
  }
}
