/**
 * Ledger files: models, lots, movements and stocktakes as CSV, one kind a file, told apart by their
 * header.
 *
 * <p>Promises: a file gives all its facts or none; importing it again gives the same facts, so that
 * nothing is added; a row that was changed since becomes a correction. Start at {@link
 * org.fenceline.exchange.ledger.LedgerFile}.
 */
@NullMarked
package org.fenceline.exchange.ledger;

import org.jspecify.annotations.NullMarked;
