/**
 * Programs that jobs are measured beside, started and stopped. Start at {@link
 * org.fenceline.bench.peer.Postgres}.
 */
@NullMarked
package org.fenceline.bench.peer;

import org.jspecify.annotations.NullMarked;
