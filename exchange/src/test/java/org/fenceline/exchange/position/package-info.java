/** Claims held against documents. */
@NullMarked
package org.fenceline.exchange.position;

import org.jspecify.annotations.NullMarked;
