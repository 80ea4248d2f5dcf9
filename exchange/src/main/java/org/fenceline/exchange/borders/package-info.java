/**
 * Borders of states as public cartography draws them, only ever measured.
 *
 * <p>May use {@code core}. Start at {@link org.fenceline.exchange.borders.BorderLines}.
 */
@NullMarked
package org.fenceline.exchange.borders;

import org.jspecify.annotations.NullMarked;
