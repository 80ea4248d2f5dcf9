/**
 * What lets outsiders check the log: keys, checkpoints, persons' keys, proofs, publishing, audit.
 *
 * <p>Thin: reads what was asked, calls core, store and exchange, and renders. May use all rooms
 * below. Start at {@link org.fenceline.cli.log.LogCommand}.
 */
@NullMarked
package org.fenceline.cli.log;

import org.jspecify.annotations.NullMarked;
