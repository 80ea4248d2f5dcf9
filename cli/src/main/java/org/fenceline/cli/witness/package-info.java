/**
 * Being a witness of logs, and having one's own log witnessed.
 *
 * <p>May use {@code terminal}, {@code register} and the rooms below. Start at {@link
 * org.fenceline.cli.witness.WitnessCommand}.
 */
@NullMarked
package org.fenceline.cli.witness;

import org.jspecify.annotations.NullMarked;
