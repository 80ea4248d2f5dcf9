package org.fenceline.core.finding.land;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.Marking;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.book.Recorded;

/**
 * A field is not marked, fenced and monitored as APII Art. 5(2)(a) asks of mines without
 * self-destruction; the newest inspection tells, else the record.
 */
final class UnmarkedField implements Rule {

  @Override
  public String name() {
    return "unmarked-field";
  }

  @Override
  public String question() {
    return "Is a minefield not marked, not closed off to civilians, or not monitored?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Finding> findings = new ArrayList<>();
    for (Recorded<MinefieldRecord> field : views.land().fields()) {
      Optional<Marking> marking = Markings.newest(views.land(), field);
      List<String> lacking = new ArrayList<>();
      if (marking.isEmpty()) {
        lacking.add("nothing is recorded of its marking");
      } else {
        lack(lacking, marking.get().perimeterMarked(), "its perimeter is not marked");
        lack(lacking, marking.get().fenced(), "no fence keeps civilians out");
        lack(lacking, marking.get().monitored(), "nobody monitors it");
      }
      if (!lacking.isEmpty() && !views.land().balanceOf(field.body().field()).isReleased()) {
        findings.add(
            Finds.open(
                this,
                Weight.UNLAWFUL,
                "minefield %s: %s (APII Art. 5(2)(a))"
                    .formatted(field.body().field(), String.join(", ", lacking)),
                field.entry()));
      }
    }
    return findings;
  }

  private static void lack(List<String> lacking, boolean isSo, String otherwise) {
    if (!isSo) {
      lacking.add(otherwise);
    }
  }
}
