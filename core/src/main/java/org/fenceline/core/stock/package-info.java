/**
 * The stock ledger: double entry of every mine, lot by lot.
 *
 * <p>Promises: each posting has its counterpart, so the sum over all accounts of every lot is zero
 * at any pair of times; sums never overflow in silence. Judges nothing. May use {@code core.entry}.
 * Start at {@link org.fenceline.core.stock.Posting}.
 */
@NullMarked
package org.fenceline.core.stock;

import org.jspecify.annotations.NullMarked;
