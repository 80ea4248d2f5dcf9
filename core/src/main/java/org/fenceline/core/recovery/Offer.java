package org.fenceline.core.recovery;

import java.util.Optional;
import java.util.OptionalLong;
import org.fenceline.core.entry.EntryBundle;

/**
 * An entry that a source holds; nothing that it says is believed.
 *
 * @param row its place in the source
 * @param entry text and salt
 * @param leaf which leaf of the lost log it is, where the source says so: published entries and
 *     copies of the register do
 * @param homeProof what its home log proves of it, a tlog-proof
 */
public record Offer(long row, EntryBundle entry, OptionalLong leaf, Optional<String> homeProof) {}
