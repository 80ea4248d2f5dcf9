/**
 * Borders and outlines of states as public cartography draws them: measured, and held against
 * places that were recorded, never a plan of anything.
 *
 * <p>May use {@code core}. Start at {@link org.fenceline.exchange.borders.BorderLines}.
 */
@NullMarked
package org.fenceline.exchange.borders;

import org.jspecify.annotations.NullMarked;
