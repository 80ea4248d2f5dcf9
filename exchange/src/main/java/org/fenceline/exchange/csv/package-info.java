/**
 * CSV as RFC 4180 has it: strict UTF-8, a header line, every row as long as the header.
 *
 * <p>Promises: a cell that cannot be read becomes a problem with file, line and column, and reading
 * goes on so that all are told at once. Start at {@link org.fenceline.exchange.csv.CsvTable}.
 */
@NullMarked
package org.fenceline.exchange.csv;

import org.jspecify.annotations.NullMarked;
