package org.fenceline.cli.stock;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fenceline.cli.register.FindingsCommand;
import org.fenceline.cli.register.RegisterCommand;
import org.fenceline.cli.register.ViewOptions;
import org.fenceline.cli.terminal.ExitCode;
import org.fenceline.cli.terminal.Page;
import org.fenceline.core.entry.json.Json;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.AsOf;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Views;
import org.fenceline.core.finding.rule.Rules;
import org.fenceline.core.stock.Balance;
import org.fenceline.store.Reading;
import org.fenceline.store.Register;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fenceline stock reconcile}. */
@Command(
    name = "reconcile",
    description = {
      "Conservation of every lot, what stands in which type of account, discrepancies, and what",
      "nobody can account for. Exit code 1 when there is a discrepancy."
    },
    footer = {"  fenceline stock reconcile", "  fenceline stock reconcile --on 2026-09-30 --json"})
public final class StockReconcileCommand extends RegisterCommand {
  private static final Set<String> RULES =
      Set.of(
          "stocktake-differs", "missing-mines", "consignment", "negative-balance", "unknown-lot");

  @Mixin private ViewOptions view = new ViewOptions();

  @Override
  public Integer call() {
    AsOf asOf = view.asOf(surroundings().clock());
    try (Register register = open();
        Reading reading = register.read()) {
      Views views = views(reading, asOf);
      Map<Account.Type, Long> totals = new EnumMap<>(Account.Type.class);
      Map<Name, Long> byLot = new TreeMap<>();
      for (Balance balance : views.stock().balances().byHolding().values()) {
        totals.merge(balance.account().type(), balance.fewest(), Math::addExact);
        byLot.merge(balance.lot(), Math.addExact(balance.fewest(), balance.most()), Math::addExact);
      }
      long unbalanced = byLot.values().stream().filter(sum -> sum != 0).count();
      List<Finding> findings =
          new Rules()
              .list().stream()
                  .filter(rule -> RULES.contains(rule.name()))
                  .flatMap(rule -> rule.judge(views).stream())
                  .toList();
      Json.Builder totalsJson = Json.object();
      totals.forEach((type, mines) -> totalsJson.put(word(type), mines));
      Json.Builder answer =
          Json.object()
              .putAll(ViewOptions.toJson(asOf).build().members())
              .put("lots", byLot.size())
              .put("unbalancedLots", unbalanced)
              .put("totals", totalsJson.build())
              .put("missing", totals.getOrDefault(Account.Type.MISSING, 0L))
              .put(
                  "discrepancies",
                  Json.array(findings.stream().map(FindingsCommand::json).toList()));
      answer(
          register.identity(),
          answer,
          page -> show(page, asOf, totals, byLot.size(), unbalanced, findings));
      return findings.isEmpty() && unbalanced == 0 ? ExitCode.FINE : ExitCode.FINDINGS;
    }
  }

  private static void show(
      Page page,
      AsOf asOf,
      Map<Account.Type, Long> totals,
      int lots,
      long unbalanced,
      List<Finding> findings) {
    page.heading("reconciliation " + ViewOptions.text(asOf));
    List<List<String>> rows = new ArrayList<>();
    totals.forEach((type, mines) -> rows.add(List.of(word(type), "%,d".formatted(mines))));
    page.table(rows);
    page.line(
        unbalanced == 0
            ? page.good("conserved") + ": each of " + lots + " lots adds up to zero"
            : page.alarm(unbalanced + " lots do not add up to zero"));
    page.line(
        "nobody can account for "
            + totals.getOrDefault(Account.Type.MISSING, 0L)
            + " mines; "
            + totals.getOrDefault(Account.Type.TRANSIT, 0L)
            + " stand in transit");
    findings.forEach(finding -> FindingsCommand.show(page, finding));
  }

  private static String word(Account.Type type) {
    return type.name().toLowerCase(Locale.ROOT);
  }
}
