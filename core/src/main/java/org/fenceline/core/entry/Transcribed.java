package org.fenceline.core.entry;

import java.time.Instant;
import org.fenceline.core.entry.json.Meaning;

/**
 * History that was first recorded elsewhere.
 *
 * @param recordedAt when, as that record says
 * @param source what that record is
 */
@Meaning("History that was first recorded elsewhere.")
public record Transcribed(
    @Meaning("When it was first recorded, as that record says.") Instant recordedAt,
    @Meaning("What that record is.") String source) {}
