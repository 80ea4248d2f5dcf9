/**
 * Signed notes, checkpoints and cosignatures: C2SP signed-note, tlog-checkpoint and
 * tlog-cosignature, with Ed25519 (RFC 8032) and ML-DSA-44 (FIPS 204).
 *
 * <p>Promises: what is written reads back to the same bytes; every length is bound before anything
 * is decoded; a signature that a known key does not bear out refuses the whole note. Start at
 * {@link org.fenceline.core.log.note.SignedNote}.
 */
@NullMarked
package org.fenceline.core.log.note;

import org.jspecify.annotations.NullMarked;
