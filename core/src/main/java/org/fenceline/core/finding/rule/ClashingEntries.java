package org.fenceline.core.finding.rule;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;

/** Registers recorded different things under one id. */
final class ClashingEntries implements Rule {

  @Override
  public String name() {
    return "clashing-entries";
  }

  @Override
  public String question() {
    return "Do entries say different things under one id?";
  }

  @Override
  public List<Finding> judge(Views views) {
    return views.keeping().clashes().stream()
        .map(clash ->
            new Finding(
                name(),
                Weight.DISCREPANCY,
                Optional.of(clash.getFirst().on().earliestDay()),
                "%d different entries carry the id %s; find out which is right, and void the others by their content hashes"
                    .formatted(
                        clash.stream().map(Logged::contentHash).distinct().count(),
                        clash.getFirst().id()),
                clash,
                true))
        .toList();
  }
}
