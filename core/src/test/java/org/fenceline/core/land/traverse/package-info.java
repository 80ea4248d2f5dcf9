/** Tests of this package, in the package so that its workers stay private. */
@NullMarked
package org.fenceline.core.land.traverse;

import org.jspecify.annotations.NullMarked;
