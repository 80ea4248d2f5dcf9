/**
 * What comes back of a log whose register is gone: entries that others hold, each put to the leaf
 * that it proves to be.
 *
 * <p>Promises: nothing is taken that a signed checkpoint does not cover; what is not taken is named
 * with the reason; what is known by its hash only, and what not even by that, is told apart. Pure:
 * whoever holds something is asked through {@link org.fenceline.core.recovery.Source}. May use
 * {@code core.entry}, {@code core.log} and {@code core.author}. Start at {@link
 * org.fenceline.core.recovery.Placing}, which also says how entries find their leaves.
 */
@NullMarked
package org.fenceline.core.recovery;

import org.jspecify.annotations.NullMarked;
