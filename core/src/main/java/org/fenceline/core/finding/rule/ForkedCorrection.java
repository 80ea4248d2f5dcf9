package org.fenceline.core.finding.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;

/**
 * Two corrections of one entry stand side by side; the later known counts until one is withdrawn.
 */
final class ForkedCorrection implements Rule {

  @Override
  public String name() {
    return "forked-correction";
  }

  @Override
  public String question() {
    return "Do two corrections of one entry stand side by side?";
  }

  @Override
  public List<Finding> judge(Views views) {
    return views.keeping().forks().stream()
        .map(fork ->
            new Finding(
                name(),
                Weight.DISCREPANCY,
                Optional.of(fork.getFirst().on().earliestDay()),
                "the corrections %s stand side by side; void all but one"
                    .formatted(
                        fork.stream()
                            .map(entry -> entry.id().toString())
                            .collect(Collectors.joining(" and "))),
                fork,
                true))
        .toList();
  }
}
