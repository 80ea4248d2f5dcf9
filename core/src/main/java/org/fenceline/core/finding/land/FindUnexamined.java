package org.fenceline.core.finding.land;

import java.util.List;
import java.util.Set;
import org.fenceline.core.entry.body.FindReport;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;

/** Somebody reported something, and the desk has not looked at it. */
final class FindUnexamined implements Rule {

  @Override
  public String name() {
    return "find-unexamined";
  }

  @Override
  public String question() {
    return "Is there a find report that nobody has looked at?";
  }

  @Override
  public List<Finding> judge(Views views) {
    Set<Name> decided = views.land().decidedReports();
    return views.land().all(FindReport.class).stream()
        .filter(report -> !decided.contains(report.body().report()))
        .map(report ->
            Finds.open(
                this,
                Weight.OVERDUE,
                "nobody has looked at find report %s of %s"
                    .formatted(report.body().report(), report.entry().on()),
                report.entry()))
        .toList();
  }
}
