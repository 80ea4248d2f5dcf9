/**
 * Which sealing policies count, and who may open what in the course of the work.
 *
 * <p>Promises: pure functions of the entries that stand; a policy counts only once a second person
 * endorsed it. Knows no cipher: that is {@code exchange.age}. May use {@code core.entry}. Start at
 * {@link org.fenceline.core.sealing.SealingPolicies}.
 */
@NullMarked
package org.fenceline.core.sealing;

import org.jspecify.annotations.NullMarked;
