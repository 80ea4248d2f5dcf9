/**
 * Makes a register again after its file was lost: from what was published, from other registers,
 * and from files of sealed attachments.
 *
 * <p>Promises: every entry that comes back is one that {@link org.fenceline.core.recovery.Placing}
 * found covered by a signed checkpoint; the register is whole and audited before it gets its name;
 * what was erased does not come back. May use {@code core}, {@code store} and {@code
 * exchange.publication}. Start at {@link org.fenceline.exchange.recovery.Recovery}.
 */
@NullMarked
package org.fenceline.exchange.recovery;

import org.jspecify.annotations.NullMarked;
