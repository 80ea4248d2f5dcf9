/** Registers that are lost and made again, with real files. */
@NullMarked
package org.fenceline.exchange.recovery;

import org.jspecify.annotations.NullMarked;
