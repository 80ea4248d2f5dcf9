package org.fenceline.core.land.grid;

import org.fenceline.core.land.check.Danger;

/**
 * A hazard that everybody may know.
 *
 * @param kind what it is
 * @param name what it is called
 * @param hazard where it is
 */
public record PublicHazard(Danger.Kind kind, String name, Hazard hazard) {}
