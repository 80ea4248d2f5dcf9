package org.fenceline.core.finding.land;

import java.util.List;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;

/** A record has fewer than the two reference points of APII TA 1(a)(i), or fewer custodians. */
final class FewReferencePoints implements Rule {
  private static final int FEWEST = 2;

  @Override
  public String name() {
    return "few-reference-points";
  }

  @Override
  public String question() {
    return "Does a minefield record lack reference points or a second custodian?";
  }

  @Override
  public List<Finding> judge(Views views) {
    return views.land().fields().stream()
        .filter(field ->
            field.body().referencePoints().size() < FEWEST
                || field.body().custodians().size() < FEWEST)
        .map(field ->
            Finds.open(
                this,
                Weight.DISCREPANCY,
                "minefield %s has %d reference points and %d custodians of its record; %d of each are asked (APII TA 1(a)(i), 1(c))"
                    .formatted(
                        field.body().field(),
                        field.body().referencePoints().size(),
                        field.body().custodians().size(),
                        FEWEST),
                field.entry()))
        .toList();
  }
}
