/**
 * Files of exact positions, as docs/formats/positions.md specifies them: of one field, as they are
 * sealed, and of many fields, to be sealed one by one.
 *
 * <p>Promises: reads within limits; no complaint repeats anything that stands in a row, because it
 * may be a position in the wrong column. May use {@code core} and FastCSV. Start at {@link
 * org.fenceline.exchange.mined.PositionsFile}.
 */
@NullMarked
package org.fenceline.exchange.mined;

import org.jspecify.annotations.NullMarked;
