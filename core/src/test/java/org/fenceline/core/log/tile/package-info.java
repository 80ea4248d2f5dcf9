/** Tests of tiles. */
@NullMarked
package org.fenceline.core.log.tile;

import org.jspecify.annotations.NullMarked;
