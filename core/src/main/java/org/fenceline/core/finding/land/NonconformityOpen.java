package org.fenceline.core.finding.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.CorrectiveAction;
import org.fenceline.core.entry.body.QualityInspection;
import org.fenceline.core.entry.body.QualityInspection.Nonconformity;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.book.Recorded;

/** A fault of the work was not mended by its day. */
final class NonconformityOpen implements Rule {

  @Override
  public String name() {
    return "nonconformity-open";
  }

  @Override
  public String question() {
    return "Was a nonconformity not mended in time?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Recorded<CorrectiveAction>> actions = views.land().all(CorrectiveAction.class);
    List<Finding> findings = new ArrayList<>();
    for (Recorded<QualityInspection> inspection : views.land().all(QualityInspection.class)) {
      for (Nonconformity found : inspection.body().nonconformities()) {
        boolean isMended =
            actions.stream()
                .anyMatch(action -> action.body().nonconformity().equals(found.nonconformity()));
        if (!isMended && found.due().isBefore(views.on())) {
          findings.add(
              new Finding(
                  name(),
                  Weight.OVERDUE,
                  Optional.of(found.due()),
                  "nonconformity %s (%s) in %s was due to be mended by %s: %s"
                      .formatted(
                          found.nonconformity(),
                          found.severity().name().toLowerCase(java.util.Locale.ROOT),
                          inspection.body().area(),
                          found.due(),
                          found.text()),
                  List.of(inspection.entry()),
                  true));
        }
      }
    }
    return findings;
  }
}
