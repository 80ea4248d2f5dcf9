package org.fenceline.exchange.ledger;

import java.util.Optional;
import org.fenceline.core.entry.Transcribed;
import org.fenceline.core.entry.body.Body;
import org.fenceline.core.entry.value.When;

/**
 * One record of a ledger file.
 *
 * @param line the line on which it starts
 * @param key its own key in the file: the id of a movement, the name of a lot
 * @param on when it was true
 * @param transcribed when it was first recorded, where the file says so
 * @param supersedes the key of the record of the same data set that it corrects
 * @param body what it says
 */
public record LedgerRow(
    int line,
    String key,
    When on,
    Optional<Transcribed> transcribed,
    Optional<String> supersedes,
    Body body) {}
