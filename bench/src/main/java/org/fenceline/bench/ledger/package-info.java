/**
 * The ledger's jobs: appending, reconciling, back-dating, beside PostgreSQL and bare SQLite. Each
 * has an invented exercise register of movements, {@link org.fenceline.bench.ledger.Ledger}.
 */
@NullMarked
package org.fenceline.bench.ledger;

import org.jspecify.annotations.NullMarked;
