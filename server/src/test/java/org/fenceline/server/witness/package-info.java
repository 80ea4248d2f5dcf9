/** Tests of the witness over HTTP. */
@NullMarked
package org.fenceline.server.witness;

import org.jspecify.annotations.NullMarked;
