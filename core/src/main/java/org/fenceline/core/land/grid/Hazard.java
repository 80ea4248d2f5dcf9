package org.fenceline.core.land.grid;

import org.fenceline.core.land.geodesy.Footprint;

/**
 * Dangerous ground.
 *
 * @param footprint where
 * @param accuracyMetres how far off that may be
 */
public record Hazard(Footprint footprint, double accuracyMetres) {}
