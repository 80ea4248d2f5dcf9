/**
 * What Fenceline is measured and tried with, beside its tests.
 *
 * <p>Timings are no tests: whole jobs run in turns with a named peer on the same data and are told
 * as ratios. Fuzzing is here too, because it is bounded by minutes, not by cases. May use all other
 * rooms; none uses it. Start at {@link org.fenceline.bench.Bench}.
 */
@NullMarked
package org.fenceline.bench;

import org.jspecify.annotations.NullMarked;
