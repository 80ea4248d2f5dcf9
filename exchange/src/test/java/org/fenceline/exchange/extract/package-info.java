/** Tests of what is written for others. */
@NullMarked
package org.fenceline.exchange.extract;

import org.jspecify.annotations.NullMarked;
