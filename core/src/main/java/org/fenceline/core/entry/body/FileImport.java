package org.fenceline.core.entry.body;

import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.Name;
import org.fenceline.core.entry.value.Sha256;

/**
 * A file was imported; the entries made of its rows cite the data set.
 *
 * @param dataSet name under which its rows are known
 * @param sha256 digest of the file's bytes
 * @param rows rows that were read
 */
@Meaning("A file was imported; the entries made of its rows cite the data set.")
public record FileImport(
    @Meaning("Name under which its rows are known.") Name dataSet,
    @Meaning("SHA-256 of the file's bytes.") Sha256 sha256,
    @Meaning("Rows that were read.") long rows)
    implements Body {}
