/** {@code fenceline forecast}. Start at {@link org.fenceline.cli.forecast.ForecastCommand}. */
@NullMarked
package org.fenceline.cli.forecast;

import org.jspecify.annotations.NullMarked;
