package org.fenceline.core.finding.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.value.Account;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.book.Recorded;
import org.fenceline.core.stock.Posting;

/** What a minefield's record says was laid is not what left stock for it. */
final class LaidDiffers implements Rule {

  @Override
  public String name() {
    return "laid-differs";
  }

  @Override
  public String question() {
    return "Does a minefield's record differ from what left stock for it?";
  }

  @Override
  public List<Finding> judge(Views views) {
    Map<Account, List<Posting>> arrivals =
        views.stock().postings().stream()
            .filter(posting -> !posting.earliest().isAfter(views.on()))
            .collect(Collectors.groupingBy(Posting::to));
    List<Finding> findings = new ArrayList<>();
    for (Recorded<MinefieldRecord> field : views.land().fields()) {
      Account account = Account.of(Account.Type.MINEFIELD, field.body().field());
      SortedMap<Name, Long> difference = new TreeMap<>();
      field
          .body()
          .mines()
          .forEach(laid -> difference.merge(laid.lot(), laid.quantity().mines(), Long::sum));
      List<Logged> causes = new ArrayList<>(List.of(field.entry()));
      for (Posting posting : arrivals.getOrDefault(account, List.of())) {
        difference.merge(posting.lot(), -posting.mines(), Long::sum);
        causes.add(views.stock().entryOf(posting));
      }
      difference.values().removeIf(mines -> mines == 0);
      if (!difference.isEmpty()) {
        findings.add(
            Finds.open(
                this,
                Weight.DISCREPANCY,
                "minefield %s: its record and the ledger differ: %s"
                    .formatted(
                        field.body().field(),
                        String.join(
                            ", ", difference.entrySet().stream().map(LaidDiffers::words).toList())),
                causes.stream().distinct().toArray(Logged[]::new)));
      }
    }
    return findings;
  }

  private static String words(Map.Entry<Name, Long> difference) {
    return difference.getValue() > 0
        ? "%d mines of lot %s were laid that never left stock for it"
            .formatted(difference.getValue(), difference.getKey())
        : "%d mines of lot %s left stock for it and are not in its record"
            .formatted(-difference.getValue(), difference.getKey());
  }
}
