package org.fenceline.store;

import java.util.Optional;

/**
 * An entry as another register hands it over.
 *
 * @param entry the entry with its salt
 * @param homeProof a tlog-proof without extra: what a log proves of it; empty when that log has
 *     signed no checkpoint since
 */
public record Synced(Salted entry, Optional<String> homeProof) {}
