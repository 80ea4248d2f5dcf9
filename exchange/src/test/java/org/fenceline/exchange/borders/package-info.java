/** Outlines of states held against what is known of their size. */
@NullMarked
package org.fenceline.exchange.borders;

import org.jspecify.annotations.NullMarked;
