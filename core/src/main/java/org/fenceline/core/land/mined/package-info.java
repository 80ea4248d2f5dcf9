/**
 * Exact positions of mines, as far as they may be told: counted by lot, and held against the
 * perimeter of their field.
 *
 * <p>Promises: pure functions; nothing here prints a position, {@code toString} included. May use
 * {@code core.entry} and {@code core.land}. Start at {@link
 * org.fenceline.core.land.mined.PositionCount}.
 */
@NullMarked
package org.fenceline.core.land.mined;

import org.jspecify.annotations.NullMarked;
