/**
 * Reference systems of files, by their EPSG codes, and the way from them to WGS 84.
 *
 * <p>Promises: a code that is not known is refused, never taken for another; x is the way east and
 * y the way north, whatever order of axes the code has on paper. May use proj4j. Start at {@link
 * org.fenceline.exchange.crs.Crs}.
 */
@NullMarked
package org.fenceline.exchange.crs;

import org.jspecify.annotations.NullMarked;
