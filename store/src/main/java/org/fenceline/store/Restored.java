package org.fenceline.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A leaf of a log whose register is gone, as it goes into the one that is made in its place.
 *
 * @param entry the entry with its salt
 * @param homeProof what another log, in which it was first recorded, proves of it
 * @param arrivedAt when it came into the log, where a copy of the register still knows; otherwise
 *     that is lost, and it counts as arrived when it is restored
 */
public record Restored(Salted entry, Optional<String> homeProof, Optional<Instant> arrivedAt) {}
