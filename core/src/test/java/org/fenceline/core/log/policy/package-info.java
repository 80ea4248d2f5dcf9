/** Tests of policies and witnesses. */
@NullMarked
package org.fenceline.core.log.policy;

import org.jspecify.annotations.NullMarked;
