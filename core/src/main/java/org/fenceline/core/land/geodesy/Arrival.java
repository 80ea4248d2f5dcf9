package org.fenceline.core.land.geodesy;

/**
 * Where one comes to who walks straight on.
 *
 * @param position the place
 * @param azimuth direction in which it is reached, forwards: degrees clockwise from true north, 0
 *     to less than 360
 */
public record Arrival(Position position, double azimuth) {}
