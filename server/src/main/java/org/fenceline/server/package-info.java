/**
 * What Fenceline answers over HTTP. May use {@code core}, {@code store} and {@code exchange}. Start
 * at {@link org.fenceline.server.witness}.
 */
@NullMarked
package org.fenceline.server;

import org.jspecify.annotations.NullMarked;
