/** The law on the treaty data that ship with the program. */
@NullMarked
package org.fenceline.exchange.treaties;

import org.jspecify.annotations.NullMarked;
