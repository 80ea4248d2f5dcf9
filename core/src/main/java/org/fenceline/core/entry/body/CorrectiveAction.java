package org.fenceline.core.entry.body;

import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Name;

/**
 * A nonconformity was mended; it counts as mended once a second person endorsed it.
 *
 * @param nonconformity which
 * @param text what was done
 */
@Meaning("A nonconformity was mended; counts once it is endorsed.")
public record CorrectiveAction(
    @Meaning("Which nonconformity.") Name nonconformity, @Meaning("What was done.") String text)
    implements Body {}
