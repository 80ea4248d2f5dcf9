/**
 * Photographs as they may leave: the picture, and nothing of where, when and by whom it was taken.
 *
 * <p>Promises: what is not needed to draw the picture is left out, whatever it is called; a file of
 * which that cannot be said is refused. May use {@code core}. Start at {@link
 * org.fenceline.exchange.photograph.Photograph}.
 */
@NullMarked
package org.fenceline.exchange.photograph;

import org.jspecify.annotations.NullMarked;
