/**
 * Proofs that travel alone: C2SP tlog-proof files, and what they prove.
 *
 * <p>Promises: a proof is verified without the register, from the file and a policy; every length
 * is bound before it is decoded; what is refused is refused with the reason. Start at {@link
 * org.fenceline.core.log.proof.ProofFile}.
 */
@NullMarked
package org.fenceline.core.log.proof;

import org.jspecify.annotations.NullMarked;
