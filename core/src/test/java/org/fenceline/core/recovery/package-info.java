/** What comes back of a lost log, against a model that knows everything. */
@NullMarked
package org.fenceline.core.recovery;

import org.jspecify.annotations.NullMarked;
