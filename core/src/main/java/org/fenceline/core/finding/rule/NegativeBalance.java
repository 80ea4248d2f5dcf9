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

/** An account gave more mines of a lot than it had, at the end of any day. */
final class NegativeBalance implements Rule {

  @Override
  public String name() {
    return "negative-balance";
  }

  @Override
  public String question() {
    return "Did an account give more than it had, on any day?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<Holding, List<Posting>> held : views.stock().byHolding().entrySet()) {
      Account account = held.getKey().account();
      if (account.type().holdsNoLessThanNothing() && account.type() != Account.Type.TRANSIT) {
        DailyBalance daily = DailyBalance.of(account, held.getValue());
        for (Stretch stretch : daily.stretches(balance -> balance < 0)) {
          findings.add(finding(views, held.getKey(), held.getValue(), stretch));
        }
      }
    }
    return findings;
  }

  private Finding finding(Views views, Holding holding, List<Posting> postings, Stretch stretch) {
    boolean certain = postings.stream().allMatch(p -> p.earliest().equals(p.latest()));
    String until = stretch.last().map(day -> " to " + day).orElse("");
    List<Logged> causes =
        stretch.postings().stream().map(views.stock()::entryOf).distinct().toList();
    return new Finding(
        name(),
        Weight.DISCREPANCY,
        Optional.of(stretch.first()),
        "%s: %d mines of lot %s below zero from %s%s%s"
            .formatted(
                holding.account(),
                -stretch.extreme(),
                holding.lot(),
                stretch.first(),
                until,
                certain ? "" : " if uncertain dates fall so (cannot be decided)"),
        causes,
        stretch.last().isEmpty());
  }
}
