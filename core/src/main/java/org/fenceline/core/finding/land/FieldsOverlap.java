package org.fenceline.core.finding.land;

import java.util.ArrayList;
import java.util.List;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.finding.Finding;
import org.fenceline.core.finding.Finding.Weight;
import org.fenceline.core.finding.Rule;
import org.fenceline.core.finding.Views;
import org.fenceline.core.land.book.Recorded;
import org.fenceline.core.land.geodesy.Footprint;
import org.fenceline.core.land.geodesy.Overlay;
import org.fenceline.core.land.place.NearPairs;
import org.fenceline.core.land.place.Places;

/** Two minefields cover the same ground: one of the records is wrong, or they are one field. */
final class FieldsOverlap implements Rule {
  private static final double TOLERATED_SQUARE_METRES = 1;

  @Override
  public String name() {
    return "fields-overlap";
  }

  @Override
  public String question() {
    return "Do two minefields cover the same ground?";
  }

  @Override
  public List<Finding> judge(Views views) {
    List<Finding> findings = new ArrayList<>();
    for (NearPairs.Pair<Recorded<MinefieldRecord>> pair :
        NearPairs.of(views.land().fields(), field -> Places.of(field.body()), 0)) {
      double shared =
          Footprint.of(
                  Overlay.intersection(
                      Places.of(pair.one().body()).areas(), Places.of(pair.other().body()).areas()))
              .areaSquareMetres();
      if (shared > TOLERATED_SQUARE_METRES) {
        findings.add(
            Finds.open(
                this,
                Weight.DISCREPANCY,
                "minefields %s and %s share %.0f m²"
                    .formatted(pair.one().body().field(), pair.other().body().field(), shared),
                pair.one().entry(),
                pair.other().entry()));
      }
    }
    return findings;
  }
}
