/**
 * Which of many footprints lie near a place, how far each is, and in which of them it lies:
 * exactly, as {@link org.fenceline.core.land.geodesy.Footprint#nearest} would tell of each alone.
 *
 * <p>How a place is looked at: (1) a tree of balls round the footprints leads to those that can be
 * near; (2) of each the packed corners are dropped onto the plane that touches the earth at the
 * place, on which every length is known within millimetres ({@link
 * org.fenceline.core.land.geodesy.Horizon}), and a whole run of edges that is too far is passed
 * over as if it were one; (3) for the few edges that can be the nearest the geodesic itself is
 * measured. What the plane cannot tell (a place within 2 mm of a line, ground wider than 300 km,
 * dangers beyond the horizon) is measured in full.
 *
 * <p>Promises: the same answer as measuring everything; 12 bytes a corner and some 30 a run of
 * sixteen edges beside the footprints themselves; whatever is added or taken away later costs as
 * much as itself, not as the whole. May use {@code core.land.geodesy}. Start at {@link
 * org.fenceline.core.land.nearby.NearbyIndex}.
 */
@NullMarked
package org.fenceline.core.land.nearby;

import org.jspecify.annotations.NullMarked;
