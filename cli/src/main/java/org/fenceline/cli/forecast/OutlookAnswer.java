package org.fenceline.cli.forecast;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.forecast.Implied;
import org.fenceline.core.forecast.Outlook;
import org.fenceline.core.forecast.Outlook.Moment;
import org.fenceline.core.forecast.Percentiles;
import org.fenceline.core.forecast.Scenario;
import org.fenceline.core.forecast.Scenario.Quantity;

/** A forecast as JSON and as about one screen of text. */
public final class OutlookAnswer {
  private static final MathContext DIGITS = new MathContext(6);

  private OutlookAnswer() {}

  static Json json(Outlook outlook) {
    Implied implied = Implied.of(outlook.scenario());
    Json.Builder burden =
        Json.object()
            .put("minesLaid", json(outlook.burden().minesLaid()))
            .put("areaSquareMetres", json(outlook.burden().areaSquareMetres()))
            .put("teamYears", json(outlook.burden().teamYears()))
            .put("costEuros", json(outlook.burden().costEuros()));
    return Json.object()
        .put("scenario", outlook.scenario().name())
        .put("paths", outlook.paths())
        .put("seed", outlook.seed())
        .put("assumptions", Json.strings(assumptions(outlook.scenario())))
        .put(
            "implied",
            Json.object()
                .put("shortestYears", number(implied.shortestYears()))
                .put("longestYearsAtPeak", number(implied.longestYearsAtPeak()))
                .put("shortestYearsAtOpening", number(implied.shortestYearsAtOpening()))
                .put("longestYears", number(implied.longestYears()))
                .put("nothingLeftBefore", implied.nothingLeftBefore().toString())
                .build())
        .put(
            "years", Json.array(outlook.years().stream().map(year -> json(outlook, year)).toList()))
        .put("policies", Json.array(outlook.policies().stream().map(OutlookAnswer::json).toList()))
        .put("burden", burden.build())
        .put("tornado", Json.array(outlook.tornado().stream().map(OutlookAnswer::json).toList()))
        .build();
  }

  private static Json json(Outlook outlook, Outlook.YearOutlook year) {
    Json.Builder delivered = Json.object();
    year.delivered().forEach((recipient, mines) -> delivered.put(recipient, json(mines)));
    return Json.object()
        .put("year", outlook.scenario().from().getYear() + (long) year.year())
        .put("produced", json(year.produced()))
        .put("stock", json(year.stock()))
        .put("laid", json(year.laid()))
        .put("delivered", delivered.build())
        .build();
  }

  private static Json json(Outlook.PolicyOutlook policy) {
    Json.Builder first = Json.object();
    policy.firstDelivery().forEach((recipient, moment) -> first.put(recipient, json(moment)));
    return Json.object()
        .put("policy", policy.policy().name())
        .put("requirementMet", json(policy.requirementMet()))
        .put("firstDelivery", first.build())
        .build();
  }

  private static Json json(Outlook.Swing swing) {
    return Json.object()
        .put("parameter", word(swing.quantity()))
        .put("monthsAtLow", swing.low())
        .put("monthsAtHigh", swing.high())
        .put("assumption", swing.isAssumption())
        .build();
  }

  private static Json json(Moment moment) {
    return Json.object()
        .put("probability", number(moment.probability()))
        .putIfPresent("p5", moment.early().map(Object::toString))
        .putIfPresent("p50", moment.middle().map(Object::toString))
        .putIfPresent("p95", moment.late().map(Object::toString))
        .build();
  }

  private static Json json(Percentiles percentiles) {
    return Json.object()
        .put("p5", number(percentiles.p5()))
        .put("p50", number(percentiles.p50()))
        .put("p95", number(percentiles.p95()))
        .build();
  }

  private static Json number(double value) {
    return Json.of(new BigDecimal(value).round(DIGITS));
  }

  /** The parameters that nothing that was read says. */
  public static List<String> assumptions(Scenario scenario) {
    return scenario.parameters().entrySet().stream()
        .filter(parameter -> parameter.getValue().isAssumption())
        .map(parameter -> word(parameter.getKey()))
        .toList();
  }

  static void show(Page page, Outlook outlook) {
    Scenario scenario = outlook.scenario();
    page.heading(
        "forecast %s: %,d paths, seed %d"
            .formatted(scenario.name(), outlook.paths(), outlook.seed()));
    implied(page, scenario);
    years(page, outlook);
    for (Outlook.PolicyOutlook policy : outlook.policies()) {
      page.line(
          "policy "
              + policy.policy().name()
              + ": own needs met "
              + text(policy.requirementMet())
              + policy.firstDelivery().entrySet().stream()
                  .map(first -> "; first to " + first.getKey() + " " + text(first.getValue()))
                  .collect(Collectors.joining()));
    }
    burden(page, outlook.burden());
    tornado(page, outlook.tornado());
    page.line(
        page.caution("rests on assumptions: ")
            + String.join(", ", assumptions(scenario))
            + page.faint(" (* marks figures that do)"));
  }

  /** What the scenario's own figures say by plain division. */
  public static void implied(Page page, Scenario scenario) {
    Implied implied = Implied.of(scenario);
    page.line(
        "by plain division: at the peak rate the requirement takes %.1f to %.1f years, at today's rate %.0f to %.0f;"
            .formatted(
                implied.shortestYears(),
                implied.longestYearsAtPeak(),
                implied.shortestYearsAtOpening(),
                implied.longestYears()));
    page.line(
        "  so with own needs first nothing is left for anybody else before "
            + implied.nothingLeftBefore()
            + cited(scenario, Quantity.PEAK_RATE, Quantity.REQUIREMENT, Quantity.OPENING_RATE));
  }

  private static String cited(Scenario scenario, Quantity... quantities) {
    return " ["
        + java.util.Arrays.stream(quantities)
            .map(quantity -> scenario.parameter(quantity).citation().orElse("assumption"))
            .collect(Collectors.joining(", "))
        + "]";
  }

  private static void years(Page page, Outlook outlook) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head =
        new ArrayList<>(List.of("thousand mines", "made*", "stock at end*", "laid*"));
    outlook.years().getFirst().delivered().keySet().forEach(to -> head.add("to " + to + "*"));
    rows.add(head);
    for (Outlook.YearOutlook year : outlook.years()) {
      List<String> row = new ArrayList<>();
      row.add(Integer.toString(outlook.scenario().from().getYear() + year.year()));
      row.add(thousands(year.produced()));
      row.add(thousands(year.stock()));
      row.add(thousands(year.laid()));
      for (Map.Entry<String, Percentiles> to : year.delivered().entrySet()) {
        row.add(thousands(to.getValue()));
      }
      rows.add(row);
    }
    page.line(
        "middle of the paths, with the range of nine in ten, policy "
            + outlook.policies().getFirst().policy().name());
    page.table(rows);
  }

  private static void burden(Page page, Outlook.Burden burden) {
    page.line(
        "to clear what is laid by then*: %s km2, %s team-years, EUR %s million"
            .formatted(
                scaled(burden.areaSquareMetres(), 1e6),
                scaled(burden.teamYears(), 1),
                scaled(burden.costEuros(), 1e6)));
  }

  private static void tornado(Page page, List<Outlook.Swing> swings) {
    page.line("what moves the month in which own needs are met most (others at their middle):");
    int widest = Math.max(1, swings.getFirst().months());
    for (Outlook.Swing swing : swings) {
      page.line(
          "  %-13s %-30s %3d months%s"
              .formatted(
                  word(swing.quantity()),
                  "#".repeat((int) Math.round(30.0 * swing.months() / widest)),
                  swing.months(),
                  swing.isAssumption() ? " *" : ""));
    }
  }

  private static String text(Moment moment) {
    if (moment.middle().isEmpty()) {
      return "in %.0f %% of paths only".formatted(100 * moment.probability());
    }
    return moment.middle().get()
        + " ("
        + moment.early().map(Object::toString).orElse("later")
        + " to "
        + moment.late().map(Object::toString).orElse("later")
        + ")";
  }

  private static String thousands(Percentiles mines) {
    return scaled(mines, 1e3);
  }

  private static String scaled(Percentiles values, double unit) {
    return "%,.0f (%,.0f-%,.0f)"
        .formatted(values.p50() / unit, values.p5() / unit, values.p95() / unit);
  }

  /** A number's name as files write it. */
  static String word(Quantity quantity) {
    return quantity.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
