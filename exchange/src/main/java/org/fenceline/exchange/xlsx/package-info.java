/**
 * Workbooks of Office Open XML (ECMA-376): each sheet is a layer, its first row that holds anything
 * the header.
 *
 * <p>Promises: what a cell holds comes as it is stored, whatever its format shows, but for dates,
 * which come as ISO 8601; of a formula the value that was last computed. Start at {@link
 * org.fenceline.exchange.xlsx.XlsxFile}.
 */
@NullMarked
package org.fenceline.exchange.xlsx;

import org.jspecify.annotations.NullMarked;
