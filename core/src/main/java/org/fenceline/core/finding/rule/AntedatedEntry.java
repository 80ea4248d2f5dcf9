package org.fenceline.core.finding.rule;

import java.util.List;
import java.util.Optional;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;

/** An entry claims to be older than a checkpoint of its home log that lacks it. */
final class AntedatedEntry implements Rule {

  @Override
  public String name() {
    return "antedated-entry";
  }

  @Override
  public String question() {
    return "Does an entry claim to have been recorded before a checkpoint that lacks it?";
  }

  @Override
  public List<Finding> judge(Views views) {
    return views.keeping().antedated().stream()
        .map(antedated ->
            new Finding(
                name(),
                Weight.DISCREPANCY,
                Optional.of(antedated.entry().on().earliestDay()),
                "says that it was recorded at %s, but the log of %s had no such entry when %d entries were signed at %s; its clock was wrong, or its time was made up"
                    .formatted(
                        antedated.entry().entry().recordedAt(),
                        antedated.home(),
                        antedated.size(),
                        antedated.signedAt()),
                List.of(antedated.entry()),
                true))
        .toList();
  }
}
