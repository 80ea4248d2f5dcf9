package org.fenceline.core.finding.land;

import java.util.List;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;

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
    return views.land().fields().stream()
        .filter(field ->
            field
                .body()
                .sealedPositions()
                .filter(sealed -> sealed.outsidePerimeter().number() > 0)
                .isPresent())
        .map(field ->
            Finds.open(
                this,
                Weight.DISCREPANCY,
                "%d mines of minefield %s lie outside its perimeter, as counted when their positions were sealed"
                    .formatted(
                        field.body().sealedPositions().orElseThrow().outsidePerimeter().number(),
                        field.body().field()),
                field.entry()))
        .toList();
  }
}
