/**
 * Tools that the tests of every room share: seeded properties and where the project's files lie.
 */
@NullMarked
package org.fenceline.testing;

import org.jspecify.annotations.NullMarked;
