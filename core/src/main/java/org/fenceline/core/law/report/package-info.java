/**
 * Which reports a state owes under the treaties that bind it, for which days, and by when.
 *
 * <p>Promises: a report whose due day falls when the state is no longer bound is listed as owed and
 * contested, never left out. Knows {@code core.law.status} and {@code core.law.term}. Start at
 * {@link org.fenceline.core.law.report.Article7Reports}.
 */
@NullMarked
package org.fenceline.core.law.report;

import org.jspecify.annotations.NullMarked;
