/** Tests of {@link org.fenceline.exchange.age}. */
@NullMarked
package org.fenceline.exchange.age;

import org.jspecify.annotations.NullMarked;
