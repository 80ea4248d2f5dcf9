/** Tests of the register's file on real SQLite. */
@NullMarked
package org.fenceline.store;

import org.jspecify.annotations.NullMarked;
