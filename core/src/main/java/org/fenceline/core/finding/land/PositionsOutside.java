package org.fenceline.core.finding.land;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.entry.body.MinefieldRecord.SealedPositions;
import org.fenceline.core.entry.value.Count;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.book.Recorded;

/** Sealed positions lay outside the perimeter when they were sealed. */
final class PositionsOutside implements Rule {

  @Override
  public String name() {
    return "positions-outside";
  }

  @Override
  public String question() {
    return "Do mines lie outside their field's perimeter?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Finding> findings = new ArrayList<>();
    for (Recorded<MinefieldRecord> field : views.land().fields()) {
      long outside =
          field
              .body()
              .sealedPositions()
              .flatMap(SealedPositions::outsidePerimeter)
              .map(Count::number)
              .orElse(0L);
      if (outside > 0) {
        findings.add(
            Finds.open(
                this,
                Weight.DISCREPANCY,
                "%d mines of minefield %s lie outside its perimeter, as counted when their positions were sealed%s"
                    .formatted(outside, field.body().field(), allowance(field.body())),
                field.entry()));
      }
    }
    return findings;
  }

  private static String allowance(MinefieldRecord field) {
    return field
        .sealedPositions()
        .flatMap(SealedPositions::outsideWithinAccuracy)
        .filter(near -> near.number() > 0)
        .map(near -> "; %d of them no farther than the accuracies allow".formatted(near.number()))
        .orElse("");
  }
}
