/** Tests of the forecast. */
@NullMarked
package org.fenceline.core.forecast;

import org.jspecify.annotations.NullMarked;
