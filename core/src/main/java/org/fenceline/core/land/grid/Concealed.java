package org.fenceline.core.land.grid;

import java.util.Optional;

/**
 * A hazard whose place is not public.
 *
 * @param recorded as it was recorded, whatever became of it
 * @param open what public releases leave of it; empty when they cover it, or it was closed
 */
public record Concealed(Hazard recorded, Optional<Hazard> open) {}
