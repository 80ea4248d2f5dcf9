/**
 * Points found by bearing and distance from a reference point, as minefield records describe them:
 * what was measured, where it leads, by how much it fails to close, and the misclosure shared out.
 *
 * <p>Demands: distances are metres along the ellipsoid. They are taken as measured on the ground,
 * without reduction for height (about 16 mm a 100 m at 1,000 m) and without the scale of a map grid
 * (up to 1 mm a metre in UTM); bearings are those at the start of a leg. Promises: every leg is a
 * geodesic of WGS 84; the adjusted traverse ends exactly where it should. Pure functions; judges
 * nothing. May use {@code core.land.geodesy}. Start at {@link
 * org.fenceline.core.land.traverse.Traverse}.
 */
@NullMarked
package org.fenceline.core.land.traverse;

import org.jspecify.annotations.NullMarked;
