/** Tests of {@code core.land.extract}. */
@org.jspecify.annotations.NullMarked
package org.fenceline.core.land.extract;
