/**
 * Sealing from the command line: encrypting, opening on record, releasing positions, erasing, and
 * the keys for it.
 *
 * <p>Promises: no plaintext is written before its unsealing is on disk, and then to its owner
 * alone. May use {@code cli.register}, {@code exchange.age} and what they use. Start at {@link
 * org.fenceline.cli.seal.UnsealCommand}.
 */
@NullMarked
package org.fenceline.cli.seal;

import org.jspecify.annotations.NullMarked;
