/**
 * Geometry on the WGS 84 ellipsoid, as surveyors work: metres along geodesics, not degrees on a
 * flat map.
 *
 * <p>Demands: positions in WGS 84. Consecutive corners of a ring are joined by the shortest
 * geodesic, also across the antimeridian and over a pole. A ring less than 4,900 km from its middle
 * to its farthest corner; a wider one is a flaw and contains every point, so that a slip never
 * makes ground look safer.
 *
 * <p>Promises: distances right to 1 mm, from a point to an edge of up to some hundreds of
 * kilometres too; areas to one part in 10^7 or 0.001 m², beside a pole 0.1 m². A point within 1 mm
 * of a boundary is inside. How a ring was drawn is never refused here: {@link
 * org.fenceline.core.land.geodesy.RingFlaws} tells what is wrong with it. Heights play no part: all
 * lengths are on the ellipsoid.
 *
 * <p>How a point is judged: (1) from the point, the azimuth of every corner is taken; (2) each edge
 * turns the azimuth by less than half a turn, to the left or the right; (3) the sum of all turns,
 * in whole turns, is how often the ring winds round the point.
 *
 * <p>May use the JDK, GeographicLib (Karney, Algorithms for geodesics, J. Geodesy 87, 2013) and,
 * for crossings, JTS; nothing of ours. Start at {@link org.fenceline.core.land.geodesy.Position}.
 */
@NullMarked
package org.fenceline.core.land.geodesy;

import org.jspecify.annotations.NullMarked;
