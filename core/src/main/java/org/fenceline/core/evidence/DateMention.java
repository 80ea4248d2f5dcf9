package org.fenceline.core.evidence;

import java.util.Optional;
import org.fenceline.core.entry.value.When;

/**
 * A date in a paragraph.
 *
 * @param when the date; empty where it is relative and nobody knows to what
 * @param span where it stands
 * @param isRelative whether it counts from the day of publication, as "next year" does
 */
public record DateMention(Optional<When> when, Span span, boolean isRelative) {}
