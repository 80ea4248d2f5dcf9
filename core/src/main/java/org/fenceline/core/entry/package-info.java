/**
 * What can be recorded: entries, how they are checked, hashed and named, and which of them stand.
 *
 * <p>Promises: an {@link org.fenceline.core.entry.Entry} is well formed; its canonical JSON and its
 * hashes are the same on every machine and for ever; an entry of an older schema version stays
 * readable. {@link org.fenceline.core.entry.Standing} says when an entry counts. May use the
 * packages below it. Start at {@link org.fenceline.core.entry.Entry}.
 */
@NullMarked
package org.fenceline.core.entry;

import org.jspecify.annotations.NullMarked;
