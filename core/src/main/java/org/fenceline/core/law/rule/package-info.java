/**
 * The articles, one case each: whether it holds in given circumstances, and what it says of the
 * act.
 *
 * <p>Promises: an article decides by itself; how the strongest is chosen is told in {@code
 * core.law}. Knows {@code core.law.term} and {@code core.law.status}. Start at {@link
 * org.fenceline.core.law.rule.Article}.
 */
@NullMarked
package org.fenceline.core.law.rule;

import org.jspecify.annotations.NullMarked;
