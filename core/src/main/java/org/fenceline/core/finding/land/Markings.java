package org.fenceline.core.finding.land;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.fenceline.core.entry.body.Marking;
import org.fenceline.core.entry.body.MarkingInspection;
import org.fenceline.core.entry.body.MinefieldRecord;
import org.fenceline.core.land.book.LandBook;
import org.fenceline.core.land.book.Recorded;

/** How a field is marked, as far as anybody recorded it. */
final class Markings {
  private Markings() {}

  /** The newest inspection of a field's marking; one of unknown date is the oldest. */
  static Optional<Recorded<MarkingInspection>> newestInspection(
      LandBook land, MinefieldRecord field) {
    List<Recorded<MarkingInspection>> inspections = land.markingInspectionsOf(field.field());
    return inspections.stream()
        .max(Comparator.comparing(inspection -> inspection.entry().on().earliestDay()));
  }

  /** As the newest inspection found it, else as the record says. */
  static Optional<Marking> newest(LandBook land, Recorded<MinefieldRecord> field) {
    return newestInspection(land, field.body())
        .map(inspection -> inspection.body().found())
        .or(() -> field.body().marking());
  }
}
