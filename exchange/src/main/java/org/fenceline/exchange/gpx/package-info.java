/**
 * GPX 1.0 and 1.1: waypoints, routes and tracks, each a layer.
 *
 * <p>Promises: no point is left out; a track with one that cannot be read comes with that problem.
 * Start at {@link org.fenceline.exchange.gpx.GpxFile}.
 */
@NullMarked
package org.fenceline.exchange.gpx;

import org.jspecify.annotations.NullMarked;
