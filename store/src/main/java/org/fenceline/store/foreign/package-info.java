/**
 * SQLite files of strangers, such as GeoPackages: their tables, read row by row.
 *
 * <p>Promises: the file is opened so that nothing can be written, no function of its schema runs,
 * and no other file beside it is believed. Start at {@link
 * org.fenceline.store.foreign.ForeignFile}.
 */
@NullMarked
package org.fenceline.store.foreign;

import org.jspecify.annotations.NullMarked;
