/** Claims held against documents. */
@NullMarked
package org.fenceline.exchange.claims;

import org.jspecify.annotations.NullMarked;
