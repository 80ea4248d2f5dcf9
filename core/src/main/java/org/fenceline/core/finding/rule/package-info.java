/**
 * The questions that are put to the facts, one class each, but for those about land, which stand in
 * {@link org.fenceline.core.finding.land}.
 *
 * <p>May use {@code core.finding} and the domains that it reads. Start at {@link
 * org.fenceline.core.finding.rule.Rules}.
 */
@NullMarked
package org.fenceline.core.finding.rule;

import org.jspecify.annotations.NullMarked;
