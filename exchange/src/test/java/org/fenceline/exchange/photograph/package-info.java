/** Pictures stay what they were, and nothing else stays. */
@NullMarked
package org.fenceline.exchange.photograph;

import org.jspecify.annotations.NullMarked;
