/**
 * Who proved to have said what: authors' signatures over entries, and whose keys count since when.
 *
 * <p>Promises: pure functions of the log, by {@code recordedAt} alone, so that registers which hold
 * the same entries agree; a key counts only through administrators, two of them after the first
 * two; what one person alone signs never passes for two. Two people who collude are not stopped.
 * May use {@code core.entry} and {@code core.log}. Start at {@link
 * org.fenceline.core.author.Authors}.
 */
@NullMarked
package org.fenceline.core.author;

import org.jspecify.annotations.NullMarked;
