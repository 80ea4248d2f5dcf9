/** Ledger files into a real register. */
@NullMarked
package org.fenceline.exchange.ledger;

import org.jspecify.annotations.NullMarked;
