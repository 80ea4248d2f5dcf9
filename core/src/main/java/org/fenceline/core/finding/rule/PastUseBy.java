package org.fenceline.core.finding.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Lot;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.stock.Balances.Holding;
import org.fenceline.core.stock.DailyBalance;
import org.fenceline.core.stock.Posting;

/** Mines are held in stock after the last day on which they may be used. */
final class PastUseBy implements Rule {

  @Override
  public String name() {
    return "past-use-by";
  }

  @Override
  public String question() {
    return "Is a lot held past its use-by date?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<Holding, List<Posting>> held : views.stock().byHolding().entrySet()) {
      Account account = held.getKey().account();
      Optional<LocalDate> useBy = views.stock().lot(held.getKey().lot()).flatMap(Lot::useBy);
      boolean isStock =
          account.type() == Account.Type.DEPOT
              || account.type() == Account.Type.RETAINED
              || account.type() == Account.Type.TRANSIT;
      if (isStock && useBy.isPresent() && useBy.get().isBefore(views.on())) {
        long balance = DailyBalance.of(account, held.getValue()).at(views.on());
        if (balance > 0) {
          findings.add(finding(views, held.getKey(), useBy.get(), balance));
        }
      }
    }
    return findings;
  }

  private Finding finding(Views views, Holding holding, LocalDate useBy, long balance) {
    List<Logged> causes =
        Optional.ofNullable(views.stock().lots().get(holding.lot()))
            .map(List::of)
            .orElse(List.of());
    return new Finding(
        name(),
        Weight.OVERDUE,
        Optional.of(useBy.plusDays(1)),
        "%s holds %d mines of lot %s, to be used by %s"
            .formatted(holding.account(), balance, holding.lot(), useBy),
        causes,
        true);
  }
}
