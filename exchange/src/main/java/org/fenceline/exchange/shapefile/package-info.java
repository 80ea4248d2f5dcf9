/**
 * Esri Shapefiles (ESRI Shapefile Technical Description, 1998): {@code .shp} and {@code .dbf}
 * beside it, with {@code .cpg} and {@code .prj} where they are there.
 *
 * <p>Promises: as many features as records, of both files alike, or none; shapes as drawn; a ring
 * that could be a hole or ground is ground. A {@code .prj} is believed where it names a system with
 * its datum, and not otherwise. Start at {@link org.fenceline.exchange.shapefile.Shapefile}.
 */
@NullMarked
package org.fenceline.exchange.shapefile;

import org.jspecify.annotations.NullMarked;
