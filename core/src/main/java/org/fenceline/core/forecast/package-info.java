/**
 * What is coming: the programme's production, stock, deliveries and the clearance burden that
 * follows, with their uncertainty.
 *
 * <p>Promises: the same scenario and seed give the same figures on any number of cores; every
 * figure that rests on an assumption can say so. Knows no other domain. Start at {@link
 * org.fenceline.core.forecast.Forecast}.
 */
@NullMarked
package org.fenceline.core.forecast;

import org.jspecify.annotations.NullMarked;
