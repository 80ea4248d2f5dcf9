/**
 * GeoPackage 1.0 to 1.4 (OGC 12-128r19): feature tables, and tables of attributes as features
 * without a shape; and snapshots of the land as GeoPackage 1.3, which verify whoever rewrote them.
 * May use {@code store.foreign}, which alone speaks to SQLite.
 *
 * <p>Start at {@link org.fenceline.exchange.geopackage.GeoPackage}, {@link
 * org.fenceline.exchange.geopackage.SnapshotWriter} and {@link
 * org.fenceline.exchange.geopackage.SnapshotFile}.
 */
@NullMarked
package org.fenceline.exchange.geopackage;

import org.jspecify.annotations.NullMarked;
