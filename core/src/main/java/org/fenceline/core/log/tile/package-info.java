/**
 * The log as static files: C2SP tlog-tiles.
 *
 * <p>Promises: a tile's path and bytes follow from the tree alone, and never change once the tile
 * is full. Reads and writes no file itself. Start at {@link org.fenceline.core.log.tile.TileName}.
 */
@NullMarked
package org.fenceline.core.log.tile;

import org.jspecify.annotations.NullMarked;
