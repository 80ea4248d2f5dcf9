/**
 * What the public may know of where it is dangerous: cells of one fixed grid, and what is public
 * anyway.
 *
 * <p>Promises: a concealed hazard shows in nothing but the cells it touches; whatever is asked of
 * the layer is answered from the layer alone, so that no number of questions tells more; what it
 * says of a point is never safer than what the records say; more hazards never open a cell, and the
 * same records give the same layer in whatever order they come.
 *
 * <p>How a layer is made: (1) {@link org.fenceline.core.land.grid.Touch} finds the cells that grown
 * hazards touch; (2) {@link org.fenceline.core.land.grid.Filling} fills gaps narrower than three
 * cells; (3) {@link org.fenceline.core.land.grid.Opening} finds cells wholly inside public
 * releases, and those that no open hazard touches open. {@link
 * org.fenceline.core.land.grid.PublicCounts} gives figures a region. May use {@code core.entry} and
 * the rest of {@code core.land}. Start at {@link org.fenceline.core.land.grid.PublicLayer}.
 */
@NullMarked
package org.fenceline.core.land.grid;

import org.jspecify.annotations.NullMarked;
