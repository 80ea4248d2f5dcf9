/** Tests of proof files. */
@NullMarked
package org.fenceline.core.log.proof;

import org.jspecify.annotations.NullMarked;
