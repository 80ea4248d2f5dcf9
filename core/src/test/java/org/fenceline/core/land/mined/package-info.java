/** Tests of what is counted of exact positions. */
@NullMarked
package org.fenceline.core.land.mined;

import org.jspecify.annotations.NullMarked;
