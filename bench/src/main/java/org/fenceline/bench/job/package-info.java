/**
 * How a job is measured and told: the same data for us and a named peer, in turns, as a ratio.
 *
 * <p>Promises: no ratio without equal answers; what is told as absolute time is context only. Start
 * at {@link org.fenceline.bench.job.Job}; {@link org.fenceline.bench.job.Rounds} runs one, {@link
 * org.fenceline.bench.job.Page} tells what came of all.
 */
@NullMarked
package org.fenceline.bench.job;

import org.jspecify.annotations.NullMarked;
