/**
 * Asks witnesses over HTTP to cosign a log's checkpoint (C2SP tlog-witness), and counts what they
 * answered by a policy.
 *
 * <p>Promises: no cosignature is taken that its key in the policy does not bear out; a witness that
 * is silent, slow or talks too much costs its own cosignature only. May use {@code core} and {@code
 * store}. Start at {@link org.fenceline.exchange.witness.Cosigning}.
 */
@NullMarked
package org.fenceline.exchange.witness;

import org.jspecify.annotations.NullMarked;
