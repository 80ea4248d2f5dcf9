/**
 * The register's file: the log and its views in SQLite, changed in one transaction by one writer.
 *
 * <p>Promises: what was acknowledged is on disk; the views equal what a replay of the log gives; a
 * file that is not ours is never touched. May use {@code core}. Start at {@code Register}.
 */
@NullMarked
package org.fenceline.store;

import org.jspecify.annotations.NullMarked;
