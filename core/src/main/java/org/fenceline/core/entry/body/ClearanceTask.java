package org.fenceline.core.entry.body;

import java.time.LocalDate;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Name;

/**
 * A team is tasked with work in an area.
 *
 * @param task short name
 * @param area where
 * @param team who
 * @param from first UTC day
 * @param until last UTC day planned
 */
@Meaning("A team is tasked with work in an area.")
public record ClearanceTask(
    @Meaning("Short name.") Name task,
    @Meaning("The area or minefield.") Name area,
    @Meaning("The team.") Name team,
    @Meaning("First day.") LocalDate from,
    @Meaning("Last day planned.") Optional<LocalDate> until)
    implements Body, LandBody {}
