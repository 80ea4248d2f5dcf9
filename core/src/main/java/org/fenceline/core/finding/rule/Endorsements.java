package org.fenceline.core.finding.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.body.Endorsement;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.PersonId;

/** Which of the entries that stand a second person stands behind. */
final class Endorsements {
  private final Map<EntryRef, Set<PersonId>> endorsers = new HashMap<>();

  Endorsements(List<Logged> standing) {
    for (Logged entry : standing) {
      if (entry.body() instanceof Endorsement endorsement) {
        endorsers
            .computeIfAbsent(endorsement.target(), _ -> new HashSet<>())
            .add(entry.entry().recordedBy());
      }
    }
  }

  boolean isEndorsed(Logged entry) {
    return endorsers.getOrDefault(entry.ref(), Set.of()).stream()
        .anyMatch(person -> !person.equals(entry.entry().recordedBy()));
  }
}
