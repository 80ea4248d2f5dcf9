/**
 * The land side of the register: where ground is dangerous, how it was measured, what was done to
 * it.
 *
 * <p>May use {@code core.entry}; the other domains do not know it and it knows none of them. Start
 * at {@link org.fenceline.core.land.geodesy}.
 */
@NullMarked
package org.fenceline.core.land;

import org.jspecify.annotations.NullMarked;
