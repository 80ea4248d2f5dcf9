/**
 * Formats of the outside world, one package each: they read to drafts and write from views.
 *
 * <p>Promises: bad input is told with file, line and field, and nothing half-read leaves here. May
 * use {@code core} and {@code store}.
 */
@NullMarked
package org.fenceline.exchange;

import org.jspecify.annotations.NullMarked;
