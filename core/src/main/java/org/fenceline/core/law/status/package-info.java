/**
 * Whom a treaty binds on which day: folded from the acts that states did, by the articles on entry
 * into force and withdrawal.
 *
 * <p>Promises: every status names the acts that it rests on and the article that decides it. Knows
 * {@code core.law.term} and {@code core.entry}. Start at {@link
 * org.fenceline.core.law.status.TreatyRecord}.
 */
@NullMarked
package org.fenceline.core.law.status;

import org.jspecify.annotations.NullMarked;
