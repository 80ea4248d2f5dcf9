package org.fenceline.core.entry.value;

/**
 * Names one entry for certain: its id, and the hash of what it says.
 *
 * @param id the entry's id
 * @param contentHash SHA-256 of its canonical JSON without {@code recordedAt} and {@code
 *     recordedBy}
 */
public record EntryRef(EntryId id, Sha256 contentHash) {}
