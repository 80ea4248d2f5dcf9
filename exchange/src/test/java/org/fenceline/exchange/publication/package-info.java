/**
 * Publishing while processes are killed and the power fails, with the crash tests of the store.
 *
 * <p>Start at {@link org.fenceline.exchange.publication.Publishers}.
 */
@NullMarked
package org.fenceline.exchange.publication;

import org.jspecify.annotations.NullMarked;
