package org.fenceline.core.evidence;

import org.fenceline.core.entry.json.Meaning;

/**
 * Words of a document that look like a figure or a date and claim nothing, such as a reading time.
 *
 * @param paragraph the line, from 1
 * @param words the words as they stand
 * @param reason why they claim nothing
 */
@Meaning("Words that look like a figure or a date and claim nothing.")
public record NotClaim(int paragraph, String words, String reason) {}
