package org.fenceline.core.entry.body;

import java.util.Optional;
import org.fenceline.core.entry.body.MinefieldRecord.SealedPositions;
import org.fenceline.core.entry.json.Meaning;
import org.fenceline.core.entry.value.EntryRef;
import org.fenceline.core.entry.value.Sha256;

/**
 * Sealed positions were opened and counted again, against the perimeter of the record that carries
 * them. It is on disk before the plaintext leaves, whether or not the counts agree.
 *
 * @param address which attachment
 * @param field the record against which they were counted
 * @param counted what was counted; empty when the file is no file of positions
 */
@Meaning("Sealed positions were opened and counted again.")
public record PositionsRecount(
    @Meaning("SHA-256 of the encrypted file.") Sha256 address,
    @Meaning("The record against which they were counted.") EntryRef field,
    @Meaning("What was counted; left out when the file is no file of positions.")
        Optional<SealedPositions> counted)
    implements Body {}
