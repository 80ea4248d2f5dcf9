/**
 * The domain, in pure Java: what can be recorded, what follows from it, and how it is proved.
 *
 * <p>Nothing here reads a file, a clock or a database; callers hand in values and get values back.
 * Start at {@link org.fenceline.core.entry}.
 */
@NullMarked
package org.fenceline.core;

import org.jspecify.annotations.NullMarked;
