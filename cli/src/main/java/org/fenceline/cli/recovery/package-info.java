/**
 * {@code fenceline recover}: a register made again after its file was lost.
 *
 * <p>Promises: thin, the work is done in {@code core.recovery} and {@code exchange.recovery}; what
 * comes back, from whom, and what does not, is told in figures and leaf by leaf, also when nothing
 * is made. Start at {@link org.fenceline.cli.recovery.RecoverCommand}.
 */
@NullMarked
package org.fenceline.cli.recovery;

import org.jspecify.annotations.NullMarked;
