package org.fenceline.core.land.book;

import org.fenceline.core.entry.Logged;

/**
 * What an entry says, and the entry.
 *
 * @param entry the entry
 * @param body its body
 */
public record Recorded<T>(Logged entry, T body) {}
