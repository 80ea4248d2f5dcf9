package org.fenceline.exchange.position;

import org.fenceline.core.land.geodesy.Position;

/**
 * What a text says of a place.
 *
 * @param position the place; the middle of a grid square
 * @param notation how it was written
 * @param resolutionMetres how finely it was written: the step of its last digit, of degrees the
 *     coarser one as a length along the meridian; the side of a grid square. Not how well it was
 *     measured
 */
public record PositionReading(Position position, Notation notation, double resolutionMetres) {}
