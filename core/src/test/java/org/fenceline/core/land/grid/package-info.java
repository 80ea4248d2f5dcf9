/** Tests of what the public may know of where it is dangerous. */
@NullMarked
package org.fenceline.core.land.grid;

import org.jspecify.annotations.NullMarked;
