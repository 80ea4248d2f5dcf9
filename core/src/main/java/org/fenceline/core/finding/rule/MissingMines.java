package org.fenceline.core.finding.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.stock.Balances.Holding;
import org.fenceline.core.stock.DailyBalance;
import org.fenceline.core.stock.DailyBalance.Stretch;
import org.fenceline.core.stock.Posting;

/** Mines that nobody can account for. */
final class MissingMines implements Rule {

  @Override
  public String name() {
    return "missing-mines";
  }

  @Override
  public String question() {
    return "Are there mines that nobody can account for?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<Holding, List<Posting>> held : views.stock().byHolding().entrySet()) {
      Account account = held.getKey().account();
      if (account.type() == Account.Type.MISSING) {
        for (Stretch stretch :
            DailyBalance.of(account, held.getValue()).stretches(balance -> balance > 0)) {
          List<Logged> causes =
              held.getValue().stream().map(views.stock()::entryOf).distinct().toList();
          findings.add(
              new Finding(
                  name(),
                  Weight.DISCREPANCY,
                  Optional.of(stretch.first()),
                  "%d mines of lot %s are missing since %s%s"
                      .formatted(
                          stretch.extreme(),
                          held.getKey().lot(),
                          stretch.first(),
                          stretch.last().map(day -> ", recovered after " + day).orElse("")),
                  causes,
                  stretch.last().isEmpty()));
        }
      }
    }
    return findings;
  }
}
