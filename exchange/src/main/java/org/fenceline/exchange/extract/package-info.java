/**
 * What every writer of an extract of the land shares; each stands beside the reader of its format.
 *
 * <p>Promises: a writer writes the rows that it is given and nothing else, marks an exercise in
 * every file, and tells what it had to leave out or to change. Start at {@link
 * org.fenceline.exchange.extract.ExtractWriter}.
 */
@NullMarked
package org.fenceline.exchange.extract;

import org.jspecify.annotations.NullMarked;
