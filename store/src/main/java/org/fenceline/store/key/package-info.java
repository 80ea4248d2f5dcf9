/**
 * Private keys in a folder of their own, never in the register's file, and what a log signed last.
 *
 * <p>Promises: only their owner can read them (mode 0600); a passphrase is never stored; the last
 * signed checkpoint is on disk before a signature leaves. May use {@code core}. Start at {@link
 * org.fenceline.store.key.KeyFolder}.
 */
@NullMarked
package org.fenceline.store.key;

import org.jspecify.annotations.NullMarked;
