/** Tests of authors' signatures and of whose keys count. */
@NullMarked
package org.fenceline.core.author;

import org.jspecify.annotations.NullMarked;
