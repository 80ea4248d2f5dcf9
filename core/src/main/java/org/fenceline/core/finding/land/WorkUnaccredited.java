package org.fenceline.core.finding.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.Accreditation;
import org.fenceline.core.entry.body.ClearanceTask;
import org.fenceline.core.entry.body.WorkDone;
import org.fenceline.core.entry.value.When;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.book.Recorded;

/** Work was done by a team that was not accredited for it on the day (IMAS 07.30). */
final class WorkUnaccredited implements Rule {

  @Override
  public String name() {
    return "work-unaccredited";
  }

  @Override
  public String question() {
    return "Was work done outside a team's accreditation?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Recorded<Accreditation>> accreditations = views.land().all(Accreditation.class);
    List<Finding> findings = new ArrayList<>();
    for (Recorded<WorkDone> work : views.land().all(WorkDone.class)) {
      Optional<Recorded<ClearanceTask>> task = views.land().task(work.body().task());
      if (task.isEmpty()) {
        findings.add(
            Finds.open(
                this,
                Weight.DISCREPANCY,
                "work of %s was done under task %s, which nobody recorded"
                    .formatted(work.entry().on(), work.body().task()),
                work.entry()));
      } else if (accreditations.stream()
          .noneMatch(held -> covers(held.body(), task.get().body(), work))) {
        findings.add(
            Finds.open(
                this,
                Weight.DISCREPANCY,
                "team %s did %s of %s under task %s without a valid accreditation for it"
                    .formatted(
                        task.get().body().team(),
                        work.body().activity().name().toLowerCase(java.util.Locale.ROOT),
                        work.entry().on(),
                        work.body().task()),
                work.entry(),
                task.get().entry()));
      }
    }
    return findings;
  }

  private static boolean covers(Accreditation held, ClearanceTask task, Recorded<WorkDone> work) {
    When on = work.entry().on();
    return held.team().equals(task.team())
        && held.activities().contains(work.body().activity())
        && !on.earliestDay().isBefore(held.from())
        && !on.latestDay().isAfter(held.until());
  }
}
