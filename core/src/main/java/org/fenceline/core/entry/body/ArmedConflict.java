package org.fenceline.core.entry.body;

import java.time.LocalDate;
import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.StateCode;

/**
 * An armed conflict in which a state is engaged; it can hold a withdrawal back.
 *
 * @param state who is engaged
 * @param from its first day
 * @param to its last day; empty while no end is recorded
 * @param source what was read
 * @param contested what is disputed about it; empty for nothing
 */
@Meaning("An armed conflict in which a state is engaged.")
public record ArmedConflict(
    @Meaning("Who is engaged.") StateCode state,
    @Meaning("Its first day.") LocalDate from,
    @Meaning("Its last day; left out while no end is recorded.") Optional<LocalDate> to,
    @Meaning("What was read.") String source,
    @Meaning("What is disputed about it.") String contested)
    implements Body {
  public ArmedConflict {
    if (to.isPresent() && to.get().isBefore(from)) {
      throw new IllegalArgumentException("the conflict ends on " + to.get() + ", before it begins");
    }
  }

  /** Whether it lasts on a day, its first and last day included. */
  public boolean lastsOn(LocalDate day) {
    return !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
  }
}
