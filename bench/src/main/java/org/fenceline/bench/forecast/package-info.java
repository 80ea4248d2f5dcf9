/**
 * The forecast beside NumPy, the same model and the same distributions. Start at {@link
 * org.fenceline.bench.forecast.ForecastJob}.
 */
@NullMarked
package org.fenceline.bench.forecast;

import org.jspecify.annotations.NullMarked;
