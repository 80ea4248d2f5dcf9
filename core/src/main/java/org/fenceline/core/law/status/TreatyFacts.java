package org.fenceline.core.law.status;

import java.util.List;
import org.fenceline.core.entry.body.ArmedConflict;
import org.fenceline.core.entry.body.TreatyAction;

/**
 * What is known of treaties and conflicts.
 *
 * @param asOf the state of the data, in words, such as {@code the depositary's lists of 2026-02-03}
 * @param actions acts of states, and each treaty's own entry into force
 * @param conflicts armed conflicts
 */
public record TreatyFacts(String asOf, List<TreatyAction> actions, List<ArmedConflict> conflicts) {
  public TreatyFacts {
    actions = List.copyOf(actions);
    conflicts = List.copyOf(conflicts);
  }
}
