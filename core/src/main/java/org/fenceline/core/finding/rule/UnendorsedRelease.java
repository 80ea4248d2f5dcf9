package org.fenceline.core.finding.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.PositionRelease;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;

/** Sealed positions are to be given away, and no second person has stood behind it yet. */
final class UnendorsedRelease implements Rule {

  @Override
  public String name() {
    return "unendorsed-release";
  }

  @Override
  public String question() {
    return "Is there a release of sealed positions that no second person stands behind?";
  }

  @Override
  public List<Finding> judge(Views views) {
    Endorsements endorsements = new Endorsements(views.standing());
    List<Finding> findings = new ArrayList<>();
    for (Logged entry : views.standing()) {
      if (entry.body() instanceof PositionRelease release && !endorsements.isEndorsed(entry)) {
        String what =
            release
                .address()
                .map(address -> "the positions " + address)
                .or(() -> release.area().map(area -> "the positions of " + area))
                .orElseThrow();
        findings.add(
            new Finding(
                name(),
                Weight.OVERDUE,
                Optional.of(entry.on().earliestDay()),
                "%s are released to %s without endorsement; a second person is to endorse %s"
                    .formatted(what, release.to(), entry.id()),
                List.of(entry),
                true));
      }
    }
    return findings;
  }
}
