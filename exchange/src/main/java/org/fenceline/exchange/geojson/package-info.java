/**
 * GeoJSON (RFC 7946), and the {@code crs} member of its 2008 edition.
 *
 * <p>Promises: a feature whose geometry is {@code null} or empty comes without a shape; digits stay
 * as written; heights are left aside. Nesting and lengths have limits. Start at {@link
 * org.fenceline.exchange.geojson.GeoJsonFile}.
 */
@NullMarked
package org.fenceline.exchange.geojson;

import org.jspecify.annotations.NullMarked;
