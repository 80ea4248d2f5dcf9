/**
 * May I walk here? What the records say of a point, erring on the side of danger.
 *
 * <p>Promises: no entry that a second proven person did not endorse makes any point safer (see
 * {@link org.fenceline.core.entry.Caution}); the absence of a record is never called safe; whatever
 * is uncertain (a date, a place, a shape that crosses itself) counts against safety.
 *
 * <p>How a point is judged: (1) {@link org.fenceline.core.land.check.LandFacts} takes of every
 * record the versions that count, and cuts out of each hazard the ground that was released later;
 * (2) {@link org.fenceline.core.land.check.SafetyMap} finds what lies near the point; (3) the worst
 * that is found is the answer. May use {@code core.entry} and the rest of {@code core.land}.
 */
@NullMarked
package org.fenceline.core.land.check;

import org.jspecify.annotations.NullMarked;
