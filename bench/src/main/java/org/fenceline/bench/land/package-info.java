/**
 * What lies near a point and along a way, beside JTS.
 *
 * <p>Hazards are random shapes in the exercise country; every answer is a distance, and both sides'
 * distances agree within a metre in a thousand. Start at {@link org.fenceline.bench.land.PointJob}.
 */
@NullMarked
package org.fenceline.bench.land;

import org.jspecify.annotations.NullMarked;
