package org.fenceline.core.finding.land;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.book.Recorded;

/** Nobody looked at a field's marking within the days that the authority sets. */
final class MarkingUninspected implements Rule {

  @Override
  public String name() {
    return "marking-uninspected";
  }

  @Override
  public String question() {
    return "Was a minefield's marking not inspected within its interval?";
  }

  @Override
  public List<Finding> judge(Views views) {
    long days = views.settings().markingInspectionDays().map(Count::number).orElseThrow();
    List<Finding> findings = new ArrayList<>();
    for (Recorded<MinefieldRecord> field : views.land().fields()) {
      Logged last =
          Markings.newestInspection(views.land(), field.body())
              .map(Recorded::entry)
              .orElse(field.entry());
      boolean isUnknown = last.on() instanceof When.Unknown;
      LocalDate due = isUnknown ? LocalDate.MIN : last.on().earliestDay().plusDays(days);
      if (due.isBefore(views.on()) && !views.land().balanceOf(field.body().field()).isReleased()) {
        findings.add(
            new Finding(
                name(),
                Weight.OVERDUE,
                isUnknown ? Optional.empty() : Optional.of(due),
                "the marking of minefield %s was last looked at %s; every %d days is asked"
                    .formatted(
                        field.body().field(),
                        last.equals(field.entry()) ? "when it was laid, " + last.on() : last.on(),
                        days),
                List.of(last),
                true));
      }
    }
    return findings;
  }
}
