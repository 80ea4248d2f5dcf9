/**
 * Positions as people write them: decimal degrees, degrees with minutes and seconds, UTM, UPS,
 * MGRS.
 *
 * <p>Promises: a text is read in the one way that it can be meant, or told to be ambiguous; nothing
 * is guessed, because a guess puts a field elsewhere. What is read comes with the notation and with
 * how finely it was written. All notations are taken to be in WGS 84; a text cannot tell an older
 * datum, and whoever reads an old map must. A grid square is read as its middle.
 *
 * <p>May use {@code core}, and Apache SIS for the projections and for writing grid letters. Start
 * at {@link org.fenceline.exchange.position.PositionText}.
 */
@NullMarked
package org.fenceline.exchange.position;

import org.jspecify.annotations.NullMarked;
