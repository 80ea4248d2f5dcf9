/** Tests of signed notes, checkpoints and cosignatures. */
@NullMarked
package org.fenceline.core.log.note;

import org.jspecify.annotations.NullMarked;
