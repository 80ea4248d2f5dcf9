package org.fenceline.core.entry.body;

import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Count;

/**
 * Limits that an authority sets for its own origin. What is left out keeps its earlier value, or
 * the default.
 *
 * @param markingInspectionDays days between inspections of marking
 * @param recordDueDays days after {@code on} within which a record is due
 * @param receiptDueDays days within which a consignment is received
 * @param signSpacingMetres largest distance between signs
 * @param traverseMisclosure largest misclosure of a traverse, as one in so many
 * @param checkMarginMetres distance kept from every hazard in a safety check
 */
@Meaning("Limits that an authority sets; what is left out keeps its earlier value.")
public record Settings(
    @Meaning("Days between inspections of marking; 90 unless set.")
        Optional<Count> markingInspectionDays,
    @Meaning("Days after on within which a record is due; 30 unless set.")
        Optional<Count> recordDueDays,
    @Meaning("Days within which a consignment is received; 14 unless set.")
        Optional<Count> receiptDueDays,
    @Meaning("Largest distance between signs in metres; 50 unless set.")
        Optional<Count> signSpacingMetres,
    @Meaning("Largest misclosure of a traverse, as one in so many; 500 unless set.")
        Optional<Count> traverseMisclosure,
    @Meaning("Distance kept from every hazard in metres; 50 unless set.")
        Optional<Count> checkMarginMetres)
    implements Body {

  /** The values that hold until an authority sets others. */
  public static final Settings DEFAULTS =
      new Settings(value(90), value(30), value(14), value(50), value(500), value(50));

  /** These settings over earlier ones. */
  public Settings over(Settings earlier) {
    return new Settings(
        markingInspectionDays.or(earlier::markingInspectionDays),
        recordDueDays.or(earlier::recordDueDays),
        receiptDueDays.or(earlier::receiptDueDays),
        signSpacingMetres.or(earlier::signSpacingMetres),
        traverseMisclosure.or(earlier::traverseMisclosure),
        checkMarginMetres.or(earlier::checkMarginMetres));
  }

  private static Optional<Count> value(long number) {
    return Optional.of(new Count(number));
  }
}
