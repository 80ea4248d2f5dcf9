package org.fenceline.core.finding.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Unsealing;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;

/** Somebody broke the glass to open an attachment, and no second person has stood behind it yet. */
final class UnendorsedBreakGlass implements Rule {

  @Override
  public String name() {
    return "unendorsed-break-glass";
  }

  @Override
  public String question() {
    return "Was an attachment opened as break-glass without a second person standing behind it?";
  }

  @Override
  public List<Finding> judge(Views views) {
    Endorsements endorsements = new Endorsements(views.standing());
    List<Finding> findings = new ArrayList<>();
    for (Logged entry : views.standing()) {
      if (entry.body() instanceof Unsealing unsealing
          && unsealing.breakGlass().isPresent()
          && !endorsements.isEndorsed(entry)) {
        findings.add(
            new Finding(
                name(),
                Weight.OVERDUE,
                Optional.of(entry.on().earliestDay()),
                "%s opened the attachment %s as break-glass (%s); a second person is to endorse %s"
                    .formatted(
                        entry.entry().recordedBy().name(),
                        unsealing.address(),
                        unsealing.breakGlass().get(),
                        entry.id()),
                List.of(entry),
                true));
      }
    }
    return findings;
  }
}
