/**
 * The treaty data that ships with the program, read from its CSV files.
 *
 * <p>Promises: each act keeps its source and confidence; nothing is read before a command needs it.
 * Start at {@link org.fenceline.exchange.treaties.BuiltInTreaties}.
 */
@NullMarked
package org.fenceline.exchange.treaties;

import org.jspecify.annotations.NullMarked;
