/** Every reader is tried for a moment with each build; {@code ./fenceline bench fuzz} goes on. */
@NullMarked
package org.fenceline.bench.fuzz;

import org.jspecify.annotations.NullMarked;
