/**
 * GeoPackage 1.0 to 1.4 (OGC 12-128r19): feature tables, and tables of attributes as features
 * without a shape. May use {@code store.foreign}, which alone speaks to SQLite.
 *
 * <p>Start at {@link org.fenceline.exchange.geopackage.GeoPackage}.
 */
@NullMarked
package org.fenceline.exchange.geopackage;

import org.jspecify.annotations.NullMarked;
