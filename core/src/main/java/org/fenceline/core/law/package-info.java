/**
 * Was it lawful? The status of every state on every date, and a verdict with its articles for each
 * act.
 *
 * <p>Promises: the protective reading is the verdict, and every other reading is given beside it;
 * every rule that applies is listed with why; facts that are known less than well are said to be
 * so. Pure: what treaties and conflicts there are is handed in. May use {@code core.entry}. Start
 * at {@link org.fenceline.core.law.Law}.
 */
@NullMarked
package org.fenceline.core.law;

import org.jspecify.annotations.NullMarked;
