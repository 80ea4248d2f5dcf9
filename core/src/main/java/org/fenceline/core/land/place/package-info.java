/**
 * Entries of land as geometry: where each record says that something is.
 *
 * <p>May use {@code core.entry} and {@code core.land.geodesy}. Start at {@link
 * org.fenceline.core.land.place.Places}.
 */
@NullMarked
package org.fenceline.core.land.place;

import org.jspecify.annotations.NullMarked;
