/**
 * Judgement: what in the recorded facts is unlawful, contradictory, late or missing.
 *
 * <p>Promises: nothing is refused and nothing is changed here; every finding names its rule and the
 * entries that cause it; the same facts give the same findings. May use the domains {@code stock},
 * {@code land}, {@code law} and {@code evidence}. A rule is one class, in {@link
 * org.fenceline.core.finding.rule}. Start at {@link org.fenceline.core.finding.rule.Rules}.
 */
@NullMarked
package org.fenceline.core.finding;

import org.jspecify.annotations.NullMarked;
