package org.fenceline.core.finding;

import java.util.List;
import java.util.Set;
import org.fenceline.core.entry.Logged;
import org.fenceline.core.entry.value.Sha256;

/**
 * What the log shows of how its records were kept, beside what they say.
 *
 * @param forks corrections that stand side by side, those of one entry together
 * @param clashes entries that say different things under one id, those of one id together
 * @param waiting corrections, voids and endorsements whose target has not arrived
 * @param antedated entries that claim to be older than a checkpoint that lacks them
 * @param missingAttachments addresses of attachments that are neither here nor erased
 */
public record Keeping(
    List<List<Logged>> forks,
    List<List<Logged>> clashes,
    List<Logged> waiting,
    List<Antedated> antedated,
    Set<Sha256> missingAttachments) {

  /** A log in which nothing is amiss. */
  public static final Keeping SOUND =
      new Keeping(List.of(), List.of(), List.of(), List.of(), Set.of());

  public Keeping {
    forks = List.copyOf(forks);
    clashes = List.copyOf(clashes);
    waiting = List.copyOf(waiting);
    antedated = List.copyOf(antedated);
    missingAttachments = Set.copyOf(missingAttachments);
  }
}
