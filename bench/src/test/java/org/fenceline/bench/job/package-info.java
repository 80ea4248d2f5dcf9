/** That ratios, their file and their page say what was measured. */
@NullMarked
package org.fenceline.bench.job;

import org.jspecify.annotations.NullMarked;
