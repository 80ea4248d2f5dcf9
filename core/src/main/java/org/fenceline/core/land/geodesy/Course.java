package org.fenceline.core.land.geodesy;

/**
 * The shortest way from one position to another.
 *
 * <p>Between places that are one, or opposite on the earth, many ways are shortest, and from a pole
 * north has no direction: the azimuths are then one choice of several.
 *
 * @param metres its length
 * @param azimuthAtStart direction in which it leaves, degrees clockwise from true north, 0 to less
 *     than 360
 * @param azimuthAtEnd direction in which it arrives, forwards, likewise
 */
public record Course(double metres, double azimuthAtStart, double azimuthAtEnd) {}
