/**
 * Whom a reader of checkpoints trusts: C2SP tlog-policy, and the messages of C2SP tlog-witness.
 *
 * <p>Promises: a policy that could be read has one meaning; a witness's decision follows from what
 * it holds and what it is given, nothing else. Start at {@link
 * org.fenceline.core.log.policy.Policy}.
 */
@NullMarked
package org.fenceline.core.log.policy;

import org.jspecify.annotations.NullMarked;
