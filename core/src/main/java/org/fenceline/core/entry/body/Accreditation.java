package org.fenceline.core.entry.body;

import java.time.LocalDate;
import java.util.List;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Name;

/**
 * A team may do what it is accredited for (IMAS 07.30).
 *
 * @param team short name of the team
 * @param organisation to which it belongs
 * @param activities what it may do
 * @param from first UTC day
 * @param until last UTC day
 */
@Meaning("A team may do what it is accredited for.")
public record Accreditation(
    @Meaning("Short name of the team.") Name team,
    @Meaning("The organisation to which it belongs.") String organisation,
    @Meaning("What it may do.") List<ClearanceActivity> activities,
    @Meaning("First day.") LocalDate from,
    @Meaning("Last day.") LocalDate until)
    implements Body {
  public Accreditation {
    activities = List.copyOf(activities);
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("it ends before it begins");
    }
  }
}
