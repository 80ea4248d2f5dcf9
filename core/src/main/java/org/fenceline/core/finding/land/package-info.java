/**
 * The questions that are put to what is recorded of the land, one class each.
 *
 * <p>May use {@code core.finding}, {@code core.land} and {@code core.stock}. Start at {@link
 * org.fenceline.core.finding.land.LandRules}.
 */
@NullMarked
package org.fenceline.core.finding.land;

import org.jspecify.annotations.NullMarked;
