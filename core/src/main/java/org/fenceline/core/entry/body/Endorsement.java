package org.fenceline.core.entry.body;

import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.EntryRef;

/**
 * A second person stands behind an entry, exactly as it reads.
 *
 * @param target the entry, by id and content hash
 * @param note what was looked at
 */
@Meaning("A second person stands behind an entry, exactly as it reads.")
public record Endorsement(
    @Meaning("The entry, by id and content hash.") EntryRef target,
    @Meaning("What was looked at.") Optional<String> note)
    implements Body {}
