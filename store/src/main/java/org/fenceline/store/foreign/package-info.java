/**
 * SQLite files of strangers, such as GeoPackages: their tables, read row by row; and files made for
 * strangers.
 *
 * <p>Promises: a file that is read is opened so that nothing can be written, no function of its
 * schema runs, and no other file beside it is believed. Start at {@link
 * org.fenceline.store.foreign.ForeignFile}, or at {@link org.fenceline.store.foreign.NewFile}.
 */
@NullMarked
package org.fenceline.store.foreign;

import org.jspecify.annotations.NullMarked;
