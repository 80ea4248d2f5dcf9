package org.fenceline.core.finding.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.stock.Posting;

/**
 * Stock turned up that nobody knew of: to be reported in the next Article 7 report and destroyed as
 * soon as possible (practice since the 8th Meeting of the States Parties); no prohibited act.
 */
final class LateFind implements Rule {

  @Override
  public String name() {
    return "late-find";
  }

  @Override
  public String question() {
    return "Did unknown stock turn up?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Finding> findings = new ArrayList<>();
    for (Posting posting : views.stock().postings()) {
      if (posting.from().type() == Account.Type.DISCOVERED) {
        findings.add(
            new Finding(
                name(),
                Weight.NOTICE,
                Optional.of(posting.earliest()),
                "%d mines of lot %s were found late and put into %s; report and destroy them"
                    .formatted(posting.mines(), posting.lot(), posting.to()),
                List.of(views.stock().entryOf(posting)),
                holdsStill(views, posting)));
      }
    }
    return findings;
  }

  private static boolean holdsStill(Views views, Posting find) {
    return views.stock().balances().where(account -> account.type() == Account.Type.DEPOT).stream()
        .anyMatch(balance -> balance.lot().equals(find.lot()) && balance.most() > 0);
  }
}
