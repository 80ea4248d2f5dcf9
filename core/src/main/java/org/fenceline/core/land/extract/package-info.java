/**
 * What leaves the register about the land: rows of layers, by disclosure, ready to be written in
 * any format.
 *
 * <p>Promises: a public extract holds what {@link org.fenceline.core.land.grid.PublicLayer} gives
 * and nothing else; no extract holds an entry that is sealed; what still counts as dangerous is in
 * a restricted extract, also where a correction that nobody endorsed has taken its place; numbers
 * keep the digits with which they were recorded. The same log, day and area give the same rows.
 *
 * <p>May use {@code core.entry} and the rest of {@code core.land}. Start at {@link
 * org.fenceline.core.land.extract.Extract}.
 */
@NullMarked
package org.fenceline.core.land.extract;

import org.jspecify.annotations.NullMarked;
