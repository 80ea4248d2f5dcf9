package org.fenceline.core.finding.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.stock.Posting;

/** A movement of a lot that nobody described, or whose model nobody did. */
final class UnknownLot implements Rule {

  @Override
  public String name() {
    return "unknown-lot";
  }

  @Override
  public String question() {
    return "Was a lot moved that nobody described?";
  }

  @Override
  public List<Finding> judge(Views views) {
    Map<Name, Set<Logged>> unknown = new LinkedHashMap<>();
    for (Posting posting : views.stock().postings()) {
      if (views.stock().modelOf(posting.lot()).isEmpty()) {
        unknown
            .computeIfAbsent(posting.lot(), _ -> new LinkedHashSet<>())
            .add(views.stock().entryOf(posting));
      }
    }
    List<Finding> findings = new ArrayList<>();
    unknown.forEach((lot, entries) -> {
      String what =
          views
              .stock()
              .lot(lot)
              .map(known -> "the model " + known.model() + " of lot " + lot + " is not described")
              .orElse("lot " + lot + " was moved, but is not described");
      findings.add(
          new Finding(
              name(),
              Weight.DISCREPANCY,
              Optional.of(entries.iterator().next().on().earliestDay()),
              what,
              List.copyOf(entries),
              true));
    });
    return findings;
  }
}
