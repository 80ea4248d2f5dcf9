/**
 * Files that age encrypts (age v1, X25519 recipients), the keys that open them, and the splitting
 * of an escrow key among several holders. What is written here the program {@code age} opens, and
 * the other way round.
 *
 * <p>Promises: plaintext is released only after its unsealing is on record; a file that was changed
 * in any byte, cut or added to is refused; shares that do not give the key which they are shares of
 * are refused, never a wrong key in silence. Whoever holds a key can open a file without this
 * program: docs/sealing.md says what that means. May use {@code core}. Start at {@link
 * org.fenceline.exchange.age.AgeFile}.
 */
@NullMarked
package org.fenceline.exchange.age;

import org.jspecify.annotations.NullMarked;
