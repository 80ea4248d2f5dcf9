/**
 * A witness of other people's logs: it cosigns a checkpoint only when it extends all that it has
 * seen of that log before (C2SP tlog-witness).
 *
 * <p>Promises: what was cosigned is on disk before the cosignature leaves; two processes never
 * answer from one folder at the same time. May use {@code core} and {@code store.key}. Start at
 * {@link org.fenceline.store.witness.Witness}.
 */
@NullMarked
package org.fenceline.store.witness;

import org.jspecify.annotations.NullMarked;
