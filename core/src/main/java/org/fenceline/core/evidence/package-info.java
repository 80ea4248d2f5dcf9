/**
 * What a document says: its paragraphs, figures, dates and cues, and whether claims stand on them.
 *
 * <p>Promises: an answer says "found in the text", never "true"; what cannot be checked is said to
 * be so. Works on any English report. May use {@code core.entry}. Start at {@link
 * org.fenceline.core.evidence.EvidenceCheck}.
 */
@NullMarked
package org.fenceline.core.evidence;

import org.jspecify.annotations.NullMarked;
