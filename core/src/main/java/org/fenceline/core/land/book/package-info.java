/**
 * What stands recorded of the land, by area: fields, hazards, tasks, releases, inspections, and
 * what is left of each.
 *
 * <p>May use {@code core.entry} and the rest of {@code core.land}. Start at {@link
 * org.fenceline.core.land.book.LandBook}.
 */
@NullMarked
package org.fenceline.core.land.book;

import org.jspecify.annotations.NullMarked;
