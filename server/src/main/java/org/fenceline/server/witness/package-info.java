/**
 * A witness over HTTP (C2SP tlog-witness): {@code POST /add-checkpoint} and {@code GET /<hex
 * SHA-256 of the origin>/checkpoint}.
 *
 * <p>Promises: what it answers was decided and kept by {@link org.fenceline.store.witness.Witness}
 * first; a body longer than a request can be is not read. Start at {@link
 * org.fenceline.server.witness.WitnessServer}.
 */
@NullMarked
package org.fenceline.server.witness;

import org.jspecify.annotations.NullMarked;
