package org.fenceline.core.entry.body;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.StateCode;

/**
 * A lot: mines of one model that were made together.
 *
 * @param lot short name under which the ledger counts it
 * @param model the model, by its short name
 * @param producer country of origin, where marked (APII TA 1(d))
 * @param made month of production, where marked (APII TA 1(d))
 * @param mark serial or lot number on the mines, where marked (APII TA 1(d))
 * @param useBy last day on which they may be used
 */
@Meaning("Mines of one model that were made together.")
public record Lot(
    @Meaning("Short name under which the ledger counts it.") Name lot,
    @Meaning("The model, by its short name.") Name model,
    @Meaning("Country of origin as marked (APII TA 1(d)).") Optional<StateCode> producer,
    @Meaning("Month of production as marked, such as 2026-02.") Optional<YearMonth> made,
    @Meaning("Serial or lot number as marked.") Optional<String> mark,
    @Meaning("Last day on which they may be used.") Optional<LocalDate> useBy)
    implements Body {

  /** Whether country, month, year and number are marked, as APII TA 1(d) asks. */
  public boolean isMarked() {
    return producer.isPresent() && made.isPresent() && mark.isPresent();
  }
}
