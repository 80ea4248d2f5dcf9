/**
 * The words of a register as types: states, lots, accounts, quantities, dates, people.
 *
 * <p>Promises: a value that exists is well formed; its text is the one that stands in entries,
 * files and answers, and parsing that text gives the value back. Knows nothing but the JDK and
 * Bech32. Start at {@link org.fenceline.core.entry.value.When}.
 */
@NullMarked
package org.fenceline.core.entry.value;

import org.jspecify.annotations.NullMarked;
