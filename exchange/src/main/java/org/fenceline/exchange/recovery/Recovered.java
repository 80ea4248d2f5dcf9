package org.fenceline.exchange.recovery;

import org.fenceline.store.Audit;

/**
 * A register that was made of what came back, before it gets its name.
 *
 * @param audit everything in it held against everything else
 * @param entries leaves of the lost log that are in it
 * @param homeProofs how many of them carry a proof of the lost log; none when it is that log itself
 * @param waiting corrections, voids and endorsements whose target was lost
 * @param attachments what became of sealed attachments
 */
public record Recovered(
    Audit audit, long entries, long homeProofs, int waiting, AttachmentSearch.Result attachments) {}
