/** The index of footprints held against measuring each of them. */
@NullMarked
package org.fenceline.core.land.nearby;

import org.jspecify.annotations.NullMarked;
