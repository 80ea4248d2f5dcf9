/** Tests of the safety check. */
@NullMarked
package org.fenceline.core.land.check;

import org.jspecify.annotations.NullMarked;
