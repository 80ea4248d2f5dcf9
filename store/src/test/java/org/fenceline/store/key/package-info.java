/** Tests of files that are whole or not there. */
@NullMarked
package org.fenceline.store.key;

import org.jspecify.annotations.NullMarked;
