/** Tests of the reader of exact positions. */
@NullMarked
package org.fenceline.exchange.mined;

import org.jspecify.annotations.NullMarked;
