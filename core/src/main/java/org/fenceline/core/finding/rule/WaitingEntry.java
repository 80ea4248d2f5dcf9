package org.fenceline.core.finding.rule;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;

/** A correction, void or endorsement waits for what it points to. */
final class WaitingEntry implements Rule {

  @Override
  public String name() {
    return "waiting-entry";
  }

  @Override
  public String question() {
    return "Does a correction, void or endorsement point to an entry that has not arrived?";
  }

  @Override
  public List<Finding> judge(Views views) {
    return views.keeping().waiting().stream()
        .map(waiting ->
            new Finding(
                name(),
                Weight.NOTICE,
                Optional.of(waiting.on().earliestDay()),
                "counts for nothing until the entry that it points to arrives; sync with a register that has it",
                List.of(waiting),
                true))
        .toList();
  }
}
