/**
 * Tools that the tests of every room share: seeded properties, where the project's files lie, and
 * the cases of geodesy.
 */
@NullMarked
package org.fenceline.testing;

import org.jspecify.annotations.NullMarked;
