package org.fenceline.core.entry.body;

import java.util.Optional;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Sha256;
import org.fenceline.core.entry.value.When;

/**
 * A document on which claims rest. Its text is not kept, only its digest.
 *
 * @param name short name by which citations call it
 * @param title its title
 * @param publisher who published it, as far as is known
 * @param sha256 digest of the file that was read
 * @param published when it was published; without it relative dates cannot be checked
 * @param publishedNote how that is known
 */
@Meaning("A document on which claims rest; its text is not kept.")
public record SourceDocument(
    @Meaning("Short name by which citations call it.") Name name,
    @Meaning("Its title.") String title,
    @Meaning("Who published it, as far as is known.") String publisher,
    @Meaning("SHA-256 of the file that was read.") Sha256 sha256,
    @Meaning("When it was published, such as 2025-12.") Optional<When> published,
    @Meaning("How that is known.") Optional<String> publishedNote)
    implements Body {}
