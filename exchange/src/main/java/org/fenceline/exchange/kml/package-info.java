/**
 * KML 2.2 and 2.3 (OGC 12-007r2), and KMZ, its archive.
 *
 * <p>Promises: each placemark is a feature of its innermost folder's layer; links and overlays,
 * which are not read, are features with that problem. Start at {@link
 * org.fenceline.exchange.kml.KmlFile}.
 */
@NullMarked
package org.fenceline.exchange.kml;

import org.jspecify.annotations.NullMarked;
