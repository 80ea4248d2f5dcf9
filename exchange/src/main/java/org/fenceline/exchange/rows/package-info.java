/**
 * Rows that come again: what an earlier import made of a row, and what follows when it changed.
 *
 * <p>Promises: the same row gives the same entry; a changed one a correction of it. Start at {@link
 * org.fenceline.exchange.rows.Reimport}.
 */
@NullMarked
package org.fenceline.exchange.rows;

import org.jspecify.annotations.NullMarked;
