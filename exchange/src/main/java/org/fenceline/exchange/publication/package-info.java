/**
 * The log as static files that any web server can serve: C2SP tlog-tiles, with public entries and
 * their salts beside the tiles.
 *
 * <p>Promises: tiles and entries are on disk before the checkpoint that covers them; what was
 * published is never overwritten with other bytes; the published checkpoint only ever grows. May
 * use {@code core} and {@code store}. Start at {@link
 * org.fenceline.exchange.publication.Publication}.
 */
@NullMarked
package org.fenceline.exchange.publication;

import org.jspecify.annotations.NullMarked;
